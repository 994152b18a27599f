package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/**
 * Answers from prison that their writers want to read in another language. A translator sees the pictures of the one they
 * took up, and never whose it is; what they write is looked over by somebody else, and then stands beside the pictures
 * before the writer alone.
 */
@Path("/desk/translations/replies")
@RolesAllowed(Roles.TRANSLATOR)
@RequestScoped
public class ReplyTranslations {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";
    private static final int LONGEST = 40_000;
    private static final Set<String> SAID =
            Set.of("saved", "finished", "given-back", "nothing", "enough", "empty", "too-long", "gone");

    @Inject
    private Replies replies;

    @Inject
    private ReplyShelf shelf;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public ReplyTranslations() {}

    /**
     * @param waiting how many, by the language that is wanted
     * @param alone whether nobody else is there who could look a translation over
     * @param kept words that came too late, to copy from; mostly empty
     */
    public record Room(Map<String, Long> waiting, List<Reply> mine, boolean alone, String said, String kept) {}

    /**
     * @param text as far as it is written
     * @param again what a second reader asks to be looked at; empty for nothing
     * @param said empty, or the message {@code replies.translation.said.<said>}
     */
    public record Open(Reply reply, List<Replies.Leaf> pages, String text, String again, String said) {}

    @GET
    @Transactional
    public Page room(@QueryParam("said") @DefaultValue("") String said) {
        return room(SAID.contains(said) ? said : "", "");
    }

    private Page room(String said, String kept) {
        Instant now = clock.instant();
        return Page.of(
                        "review/replies",
                        new Room(
                                shelf.toTranslate(staff.id(), now),
                                replies.translatedNowBy(staff.id(), now),
                                shelf.isAlone(staff.id()),
                                said,
                                kept))
                .keptSecret();
    }

    /** Takes up the one that waits longest for a language. */
    @POST
    @Path("/claims")
    @Transactional
    public Response claim(@Context HttpServletRequest request) {
        String into = Form.of(request).text("into");
        Instant now = clock.instant();
        if (replies.translatedNowBy(staff.id(), now).size() >= ReplyShelf.MOST_OPEN) {
            return back("enough");
        }
        return shelf.takeToTranslate(into, staff.id(), now)
                .map(reply -> Redirect.to("/desk/translations/replies/" + reply.id()))
                .orElseGet(() -> back("nothing"));
    }

    @GET
    @Path(ONE)
    @Transactional
    public Response open(@PathParam("id") UUID id, @QueryParam("said") @DefaultValue("") String said) {
        return replies.byId(id)
                .filter(this::isMine)
                .map(reply -> shown(reply, replies.translationOf(reply).orElse(""), SAID.contains(said) ? said : ""))
                .orElseGet(() -> back("gone"));
    }

    @GET
    @Path(ONE + "/{page:[0-9a-f-]{36}}.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] picture(@PathParam("id") UUID id, @PathParam("page") UUID page) {
        return replies.byId(id)
                .filter(this::isMine)
                .flatMap(reply -> replies.picture(reply, page))
                .orElseThrow(NotFoundException::new)
                .jpeg();
    }

    /** Saves, finishes or gives back; whatever the button, what was typed is kept while the answer is this member's. */
    @POST
    @Path(ONE + "/decision")
    @Transactional
    public Response decide(@PathParam("id") UUID id, @Context HttpServletRequest request) {
        Form form = Form.of(request);
        String text = form.raw("text").strip();
        Reply reply = replies.lock(id).filter(this::isMine).orElse(null);
        if (reply == null) {
            return Reader.show(room("gone", text), 409);
        }
        if (text.length() > LONGEST) {
            return shown(reply, text, "too-long");
        }
        String decision = form.text("decision");
        if (decision.equals("finish") && !text.isEmpty()) {
            replies.finishTranslation(reply, text, staff.id());
            audit.record(staff.id(), "reply.translated", id.toString());
            return back("finished");
        }
        replies.keepTranslation(reply, text, staff.id());
        if (decision.equals("release")) {
            reply.release();
            return back("given-back");
        }
        String said = decision.equals("finish") ? "empty" : "saved";
        return Redirect.to("/desk/translations/replies/" + id + "?said=" + said);
    }

    private boolean isMine(Reply reply) {
        return reply.isTranslatedNowBy(staff.id(), clock.instant()) && !shelf.isToOneself(reply, staff.id());
    }

    private Response shown(Reply reply, String text, String said) {
        return Reader.show(
                Page.of(
                        "review/reply",
                        new Open(
                                reply,
                                replies.pages(reply),
                                text,
                                replies.adviceOn(reply).orElse(""),
                                said)),
                said.equals("too-long") ? 400 : 200);
    }

    private static Response back(String said) {
        return Redirect.to("/desk/translations/replies?said=" + said);
    }
}
