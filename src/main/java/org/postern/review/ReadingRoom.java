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
import org.postern.web.Redirect;

/** The reading room: how many letters wait, and one button. */
@Path("/desk/review")
@RolesAllowed(Roles.MODERATOR)
@RequestScoped
public class ReadingRoom {
    private static final Set<String> SAYINGS = Set.of(
            "approved-ready",
            "approved-translate",
            "approved-held",
            "together",
            "together-first",
            "together-back",
            "changes",
            "refused",
            "given-back",
            "nothing",
            "busy",
            "enough",
            "not-now-claim",
            "not-now-state",
            "not-yours",
            "others",
            "done",
            "approved-first",
            "escalated",
            "taken-back",
            "not-taken-back");

    @Inject
    private Reader reader;

    @Inject
    private TakeBack takeBack;

    @Inject
    private Staff staff;

    @Inject
    private Shelves shelves;

    @SuppressWarnings("NullAway.Init")
    public ReadingRoom() {}

    /**
     * The room.
     *
     * @param said empty, or the message {@code review.said.<said>}
     * @param kept words of a decision that came too late, to copy from; mostly empty
     * @param passed ids of letters that this reader gave back just now and does not want again at once
     * @param fresh what this reader decided within the last seconds
     * @param lead whether this reader may take back what others decided
     * @param shelf what lies there by language, what went back by itself, what the reader has read
     */
    public record Model(
            Waiting waiting,
            List<Mine> mine,
            String said,
            String kept,
            String passed,
            List<TakeBack.Fresh> fresh,
            boolean lead,
            Shelf shelf) {}

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
        Optional<UUID> wanted = Ids.of(form.text("letter")).stream().findFirst();
        boolean enough = reader.hasEnough(LetterState.IN_REVIEW);
        if (wanted.isPresent() && (!enough || reader.has(wanted.get(), LetterState.IN_REVIEW))) {
            try {
                reader.claim(wanted.get(), LetterState.IN_REVIEW);
                return Redirect.to("/desk/review/letters/" + wanted.get());
            } catch (NotNow e) {
                return Redirect.to("/desk/review?said=" + Reader.said(e));
            }
        }
        if (enough) {
            return Redirect.to("/desk/review?said=enough");
        }
        List<UUID> passed = Ids.of(form.text("passed"));
        try {
            return reader.claimNext(LetterState.IN_REVIEW, passed)
                    .map(id -> Redirect.to("/desk/review/letters/" + id))
                    .orElseGet(() -> Redirect.to("/desk/review?said=" + whyNone(passed)));
        } catch (NotNow e) {
            return Redirect.to("/desk/review?said=busy");
        }
    }

    /** The embedded database gives no row while somebody else takes one; then there is more to read all the same. */
    private String whyNone(List<UUID> passed) {
        if (shelves.dealable(reader.id(), reader.now()) > passed.size()) {
            return "busy";
        }
        long open = reader.mine(LetterState.IN_REVIEW).size();
        return reader.waiting(LetterState.IN_REVIEW).count() > open + passed.size() ? "others" : "nothing";
    }

    public Page page(String said, String kept, String passed) {
        List<Mine> mine = reader.mine(LetterState.IN_REVIEW);
        return Page.of(
                        "review/room",
                        new Model(
                                reader.waiting(LetterState.IN_REVIEW),
                                mine,
                                said,
                                kept,
                                Ids.text(Ids.of(passed)),
                                takeBack.fresh(reader.id(), LetterState.IN_REVIEW, reader.now()),
                                staff.lead(),
                                shelves.of(
                                        reader.id(),
                                        reader.claims(LetterState.IN_REVIEW).count(),
                                        Reader.MOST_OPEN,
                                        reader.now())))
                .keptSecret();
    }
}
