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
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.review.Readings.Mine;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;

/** The reading room: how many letters wait, and one button. */
@Path("/desk/review")
@RolesAllowed(Roles.MODERATOR)
@RequestScoped
public class ReadingRoom {
    /** More open letters than these are letters that wait for nobody. */
    static final int MOST_OPEN = 5;

    private static final Set<String> SAYINGS = Set.of(
            "approved-ready",
            "approved-translate",
            "approved-held",
            "changes",
            "refused",
            "given-back",
            "nothing",
            "busy",
            "enough",
            "not-now-claim",
            "not-now-state");

    @Inject
    private Readings readings;

    @Inject
    private Decide decide;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public ReadingRoom() {}

    /**
     * The room.
     *
     * @param said empty, or the message {@code review.said.<said>}
     * @param kept words of a decision that came too late, to copy from; mostly empty
     * @param passed ids of letters that this reader gave back just now and does not want again at once
     */
    public record Model(Waiting waiting, List<Mine> mine, String said, String kept, String passed) {}

    @GET
    public Page room(
            @QueryParam("said") @DefaultValue("") String said, @QueryParam("passed") @DefaultValue("") String passed) {
        return page(SAYINGS.contains(said) ? said : "", "", passed);
    }

    /** Claims the next letter, or again one of one's own. */
    @POST
    @Path("/claims")
    public Response claim(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Instant now = clock.instant();
        Optional<UUID> wanted = Ids.of(form.text("letter")).stream().findFirst();
        if (wanted.isPresent()) {
            try {
                decide.claim(wanted.get(), LetterState.IN_REVIEW, staff.id(), now);
                return to("/desk/review/letters/" + wanted.get());
            } catch (NotNow e) {
                return to("/desk/review?said=not-now-claim");
            }
        }
        if (readings.mine(LetterState.IN_REVIEW, staff.id(), now).size() >= MOST_OPEN) {
            return to("/desk/review?said=enough");
        }
        List<UUID> passed = Ids.of(form.text("passed"));
        return decide.claimNext(LetterState.IN_REVIEW, staff.id(), passed, now)
                .map(id -> to("/desk/review/letters/" + id))
                .orElseGet(() -> to("/desk/review?said=" + whyNone(now, passed)));
    }

    /** The embedded database gives no row while somebody else takes one; then there is more to read all the same. */
    private String whyNone(Instant now, List<UUID> passed) {
        long open = readings.mine(LetterState.IN_REVIEW, staff.id(), now).size();
        return readings.waiting(LetterState.IN_REVIEW, now).count() > open + passed.size() ? "busy" : "nothing";
    }

    public Page page(String said, String kept, String passed) {
        Instant now = clock.instant();
        return Page.of(
                        "review/room",
                        new Model(
                                readings.waiting(LetterState.IN_REVIEW, now),
                                readings.mine(LetterState.IN_REVIEW, staff.id(), now),
                                said,
                                kept,
                                Ids.text(Ids.of(passed))))
                .keptSecret();
    }

    static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
