package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.postern.staff.Roles;
import org.postern.web.Page;
import org.postern.web.Settings;

/** For a reader to whom a letter stays: what they may do, and whom they may turn to. */
@Path("/desk/review/help")
@RolesAllowed({Roles.MODERATOR, Roles.TRANSLATOR})
@RequestScoped
public class HelpPage {
    @Inject
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    public HelpPage() {}

    /** @param whom the operator's own line; empty if there is none */
    public record Model(String whom) {}

    @GET
    public Page help() {
        return Page.of("review/help", new Model(settings.reviewHelp().orElse("")));
    }
}
