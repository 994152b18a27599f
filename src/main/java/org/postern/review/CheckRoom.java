package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.postern.letter.LetterState;
import org.postern.review.Readings.Mine;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;

/** The second readers' room: translations that somebody else made. */
@Path("/desk/translations/checks")
@RolesAllowed({Roles.TRANSLATOR, Roles.MODERATOR})
@RequestScoped
public class CheckRoom {
    private static final Set<String> SAYINGS = Set.of(
            "accepted-ready",
            "accepted-held",
            "sent-back",
            "given-back",
            "nothing",
            "not-now-claim",
            "not-now-state",
            "enough");

    @Inject
    private Translations translations;

    @Inject
    private Readings readings;

    @Inject
    private Decide decide;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public CheckRoom() {}

    /**
     * The room.
     *
     * @param free how many this member may take
     * @param said empty, or the message {@code review.said.<said>}
     */
    public record Model(Waiting waiting, long free, List<Mine> mine, String said, String passed) {}

    @GET
    public Page room(
            @QueryParam("said") @DefaultValue("") String said, @QueryParam("passed") @DefaultValue("") String passed) {
        Instant now = clock.instant();
        return Page.of(
                        "review/checks",
                        new Model(
                                readings.waiting(LetterState.TRANSLATION_CHECK, now),
                                translations.toCheck(staff.id(), now),
                                readings.mine(LetterState.TRANSLATION_CHECK, staff.id(), now),
                                SAYINGS.contains(said) ? said : "",
                                Ids.text(Ids.of(passed))))
                .keptSecret();
    }

    @POST
    @Path("/claims")
    public Response claim(@Context HttpServletRequest request) {
        Instant now = clock.instant();
        if (readings.mine(LetterState.TRANSLATION_CHECK, staff.id(), now).size() >= ReadingRoom.MOST_OPEN) {
            return ReadingRoom.to("/desk/translations/checks?said=enough");
        }
        return decide.claimNext(
                        LetterState.TRANSLATION_CHECK,
                        staff.id(),
                        Ids.of(Form.of(request).text("passed")),
                        now)
                .map(id -> ReadingRoom.to("/desk/translations/checks/" + id))
                .orElseGet(() -> ReadingRoom.to("/desk/translations/checks?said=nothing"));
    }
}
