package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.postern.review.TakeBack.Decided;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Page;

/** For leads: what was decided lately and can still be taken back. */
@Path("/desk/review/decided")
@RolesAllowed(Roles.MODERATOR)
@RequestScoped
public class DecidedPage {
    private static final int MOST = 100;
    private static final Set<String> SAYINGS = Set.of("taken-back-lead", "not-taken-back");

    @Inject
    private TakeBack takeBack;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public DecidedPage() {}

    /** @param said empty, or the message {@code review.said.<said>} */
    public record Model(List<Decided> decided, String said) {}

    @GET
    public Page list(@QueryParam("said") @DefaultValue("") String said) {
        if (!staff.lead()) {
            throw new ForbiddenException();
        }
        return Page.of(
                        "review/decided",
                        new Model(takeBack.decided(clock.instant(), MOST), SAYINGS.contains(said) ? said : ""))
                .keptSecret();
    }
}
