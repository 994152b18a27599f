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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.review.Readings.Mine;
import org.postern.review.Translations.Pair;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** The translators' room: which languages wait, what is open. */
@Path("/desk/translations")
@RolesAllowed(Roles.TRANSLATOR)
@RequestScoped
public class TranslationRoom {
    private static final Set<String> SAYINGS =
            Set.of("sent", "given-back", "nothing", "busy", "not-now-claim", "not-now-state", "not-yours", "enough");

    @Inject
    private Translations translations;

    @Inject
    private Translate translate;

    @Inject
    private Reader reader;

    @SuppressWarnings("NullAway.Init")
    public TranslationRoom() {}

    /**
     * The room.
     *
     * @param back what a second reader sent back to this member
     * @param toCheck how many wait for this member as second reader
     * @param said empty, or the message {@code review.said.<said>}
     * @param kept a translation that came too late, to copy from; mostly empty
     */
    public record Model(
            Waiting waiting,
            List<Pair> pairs,
            List<Mine> mine,
            List<Mine> back,
            long toCheck,
            String said,
            String kept) {}

    @GET
    public Page room(@QueryParam("said") @DefaultValue("") String said) {
        return page(SAYINGS.contains(said) ? said : "", "");
    }

    /** Takes the next letter of a pair of languages, or one that this member had before. */
    @POST
    @Path("/claims")
    public Response claim(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Optional<UUID> wanted = Ids.of(form.text("letter")).stream().findFirst();
        if (reader.hasEnough(LetterState.IN_TRANSLATION)) {
            return Redirect.to("/desk/translations?said=enough");
        }
        if (wanted.isPresent()) {
            try {
                reader.claim(wanted.get(), LetterState.IN_TRANSLATION);
                return Redirect.to("/desk/translations/letters/" + wanted.get());
            } catch (NotNow e) {
                return Redirect.to("/desk/translations?said=" + Reader.said(e));
            }
        }
        try {
            return Reader.deed(
                            () -> translate.claimNext(form.text("from"), form.text("into"), reader.id(), reader.now()))
                    .map(id -> Redirect.to("/desk/translations/letters/" + id))
                    .orElseGet(() -> Redirect.to("/desk/translations?said=" + whyNone(form)));
        } catch (NotNow e) {
            return Redirect.to("/desk/translations?said=busy");
        }
    }

    /** The embedded database gives no row while somebody else takes one; then there is more to translate all the same. */
    private String whyNone(Form form) {
        return translations.pairs(reader.now()).stream()
                        .anyMatch(pair -> pair.from().equals(form.text("from"))
                                && pair.into().equals(form.text("into")))
                ? "busy"
                : "nothing";
    }

    public Page page(String said, String kept) {
        Instant now = reader.now();
        return Page.of(
                        "review/translations",
                        new Model(
                                reader.waiting(LetterState.IN_TRANSLATION),
                                translations.pairs(now),
                                reader.mine(LetterState.IN_TRANSLATION),
                                translations.sentBackTo(reader.id(), now),
                                translations.toCheck(reader.id(), now),
                                said,
                                kept))
                .keptSecret();
    }
}
