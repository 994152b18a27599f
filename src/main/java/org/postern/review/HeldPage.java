package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.postern.letter.NotNow;
import org.postern.review.HeldLetters.Held;
import org.postern.staff.Roles;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** What is held, and why, for the organisers, who mend it: no word of any letter stands here. */
@Path("/desk/held")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class HeldPage {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";
    private static final Set<String> SAYINGS = Set.of("ready", "in-review", "held", "back", "not-now");

    @Inject
    private HeldLetters heldLetters;

    @Inject
    private Reader reader;

    @SuppressWarnings("NullAway.Init")
    public HeldPage() {}

    /** @param said empty, or the message {@code held.said.<said>} */
    public record Model(Held held, String said) {}

    @GET
    public Page all(@QueryParam("said") @DefaultValue("") String said) {
        return Page.of("review/held", new Model(heldLetters.all(), SAYINGS.contains(said) ? said : ""))
                .keptSecret();
    }

    /** What held it is mended. */
    @POST
    @Path(ONE + "/release")
    public Response release(@PathParam("id") UUID id) {
        return said(() -> heldLetters
                .letGo(id, reader.id(), reader.now())
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-'));
    }

    /** Its approval is void: somebody reads it again. */
    @POST
    @Path(ONE + "/review")
    public Response review(@PathParam("id") UUID id) {
        return said(() -> {
            heldLetters.backToReaders(id, reader.id(), reader.now());
            return "back";
        });
    }

    private static Response said(Supplier<String> deed) {
        try {
            return Redirect.to("/desk/held?said=" + Reader.deed(deed));
        } catch (NotNow e) {
            return Redirect.to("/desk/held?said=not-now");
        }
    }
}
