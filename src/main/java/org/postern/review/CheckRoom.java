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
import java.util.Map;
import java.util.Set;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.review.Readings.Mine;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** The second readers' room: translations that somebody else made. */
@Path("/desk/translations/checks")
@RolesAllowed({Roles.TRANSLATOR, Roles.MODERATOR})
@RequestScoped
public class CheckRoom {
    private static final Set<String> SAYINGS = Set.of(
            "accepted-ready",
            "accepted-held",
            "accepted-reply",
            "sent-back",
            "given-back",
            "nothing",
            "busy",
            "not-now-claim",
            "not-now-state",
            "enough",
            "taken-back",
            "not-taken-back");

    @Inject
    private Translations translations;

    @Inject
    private Reader reader;

    @Inject
    private TakeBack takeBack;

    @Inject
    private ReplyShelf shelf;

    @Inject
    private Replies replies;

    @SuppressWarnings("NullAway.Init")
    public CheckRoom() {}

    /**
     * The room.
     *
     * @param free how many this member may take
     * @param said empty, or the message {@code review.said.<said>}
     * @param kept words that came too late, to copy from; mostly empty
     * @param passed ids of translations that this member gave back just now
     * @param fresh what this member accepted within the last seconds
     * @param answers from prison, translated: how many this member may look over, by the language of the translation
     * @param open answers that this member looks over
     */
    public record Model(
            Waiting waiting,
            long free,
            List<Mine> mine,
            String said,
            String kept,
            String passed,
            List<TakeBack.Fresh> fresh,
            Map<String, Long> answers,
            List<Reply> open) {}

    @GET
    public Page room(
            @QueryParam("said") @DefaultValue("") String said, @QueryParam("passed") @DefaultValue("") String passed) {
        return page(SAYINGS.contains(said) ? said : "", "", passed);
    }

    @POST
    @Path("/claims")
    public Response claim(@Context HttpServletRequest request) {
        if (reader.hasEnough(LetterState.TRANSLATION_CHECK)) {
            return Redirect.to("/desk/translations/checks?said=enough");
        }
        try {
            return reader.claimNext(
                            LetterState.TRANSLATION_CHECK,
                            Ids.of(Form.of(request).text("passed")))
                    .map(id -> Redirect.to("/desk/translations/checks/" + id))
                    .orElseGet(() -> Redirect.to("/desk/translations/checks?said=nothing"));
        } catch (NotNow e) {
            return Redirect.to("/desk/translations/checks?said=busy");
        }
    }

    public Page page(String said, String kept, String passed) {
        return Page.of(
                        "review/checks",
                        new Model(
                                reader.waiting(LetterState.TRANSLATION_CHECK),
                                translations.toCheck(reader.id(), reader.now()),
                                reader.mine(LetterState.TRANSLATION_CHECK),
                                said,
                                kept,
                                Ids.text(Ids.of(passed)),
                                takeBack.fresh(reader.id(), LetterState.TRANSLATION_CHECK, reader.now()),
                                shelf.toCheck(reader.id(), reader.now()),
                                replies.checkedNowBy(reader.id(), reader.now())))
                .keptSecret();
    }
}
