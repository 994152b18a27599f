package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postern.letter.Letters;
import org.postern.letter.Words;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/**
 * A translated answer before its second reader, who never had a hand in the translation: the pictures, what was made of
 * them, and the writer is told only when it is found true.
 */
@Path("/desk/translations/replies/checks")
@RolesAllowed({Roles.TRANSLATOR, Roles.MODERATOR})
@RequestScoped
public class CheckReply {
    private static final String ROOM = "/desk/translations/checks";
    private static final String HERE = "/desk/translations/replies/checks/";
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    @Inject
    private Replies replies;

    @Inject
    private ReplyShelf shelf;

    @Inject
    private Letters letters;

    @Inject
    private Writers writers;

    @Inject
    private Audit audit;

    @Inject
    private CheckRoom room;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public CheckReply() {}

    /**
     * The page.
     *
     * @param text the translation
     * @param seen its hash: another one is not accepted
     * @param again typed so far for the next translator
     * @param missing whether that is still to be said
     * @param said empty, or the message {@code review.said.<said>}
     */
    public record Model(
            Reply reply,
            List<Replies.Leaf> pages,
            String text,
            String seen,
            String again,
            boolean missing,
            String said) {}

    /** Takes up the one that waits longest in a language. */
    @POST
    @Path("/claims")
    @Transactional
    public Response claim(@Context HttpServletRequest request) {
        String into = Form.of(request).text("into");
        if (replies.checkedNowBy(staff.id(), clock.instant()).size() >= ReplyShelf.MOST_OPEN) {
            return Redirect.to(ROOM + "?said=enough");
        }
        return shelf.takeToCheck(into, staff.id(), clock.instant())
                .map(reply -> Redirect.to(HERE + reply.id()))
                .orElseGet(() -> Redirect.to(ROOM + "?said=nothing"));
    }

    @GET
    @Path(ONE)
    @Transactional
    public Response read(@PathParam("id") UUID id) {
        return mine(replies.byId(id))
                .map(reply -> page(reply, "", false, "", 200))
                .orElseGet(() -> Redirect.to(ROOM + "?said=not-now-claim"));
    }

    @GET
    @Path(ONE + "/{page:[0-9a-f-]{36}}.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] picture(@PathParam("id") UUID id, @PathParam("page") UUID page) {
        return mine(replies.byId(id))
                .flatMap(reply -> replies.picture(reply, page))
                .orElseThrow(NotFoundException::new)
                .jpeg();
    }

    /** Whatever the button, what was typed for the next translator is handed to them, or shown again. */
    @POST
    @Path(ONE + "/decision")
    @Transactional
    public Response decide(@PathParam("id") UUID id, @Context HttpServletRequest request) {
        Form form = Form.of(request);
        String again = form.text("again");
        Reply reply = mine(replies.lock(id)).orElse(null);
        if (reply == null) {
            return Reader.show(room.page("not-now-claim", again, ""), 409);
        }
        return switch (form.text("decision")) {
            case "accept" -> accept(reply, form.text("hash"), again);
            case "back" -> sendBack(reply, again);
            case "longer" -> longer(reply, again);
            case "release" -> giveBack(reply);
            default -> throw new BadRequestException();
        };
    }

    /** The writer is told once more: a mail says no more than that there is news. */
    private Response accept(Reply reply, String seen, String again) {
        if (!hash(text(reply)).equals(seen)) {
            return page(reply, again, false, "changed", 409);
        }
        replies.confirmTranslation(reply, staff.id());
        Optional.ofNullable(reply.letterId())
                .flatMap(letters::byId)
                .ifPresent(letter -> writers.tell(letter, NoticeKind.REPLIED, clock.instant()));
        audit.record(staff.id(), "reply.checked", reply.id().toString());
        return Redirect.to(ROOM + "?said=accepted-reply");
    }

    private Response sendBack(Reply reply, String again) {
        if (again.isEmpty()) {
            return page(reply, again, true, "", 400);
        }
        replies.sendBack(reply, again);
        audit.record(staff.id(), "reply.sent-back", reply.id().toString());
        return Redirect.to(ROOM + "?said=sent-back");
    }

    private Response longer(Reply reply, String again) {
        reply.claimToCheck(staff.id(), clock.instant());
        return page(reply, again, false, "longer", 200);
    }

    private Response giveBack(Reply reply) {
        reply.release();
        return Redirect.to(ROOM + "?said=given-back");
    }

    private Optional<Reply> mine(Optional<Reply> found) {
        return found.filter(
                reply -> reply.isCheckedNowBy(staff.id(), clock.instant()) && !shelf.isToOneself(reply, staff.id()));
    }

    private Response page(Reply reply, String again, boolean missing, String said, int status) {
        String text = text(reply);
        return Reader.show(
                Page.of(
                        "review/checkReply",
                        new Model(reply, replies.pages(reply), text, hash(text), again, missing, said)),
                status);
    }

    private String text(Reply reply) {
        return replies.translationOf(reply).orElse("");
    }

    private static String hash(String text) {
        return new Words(text, "", null).contentHash("");
    }
}
