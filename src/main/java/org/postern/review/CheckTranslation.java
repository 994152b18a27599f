package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** One translation before its second reader: original, translation, and the page as it will be printed. */
@Path("/desk/translations/checks/{id:[0-9a-f-]{36}}")
@RolesAllowed({Roles.TRANSLATOR, Roles.MODERATOR})
@RequestScoped
public class CheckTranslation {
    private static final String ROOM = "/desk/translations/checks";

    @Inject
    private Translations translations;

    @Inject
    private Translate translate;

    @Inject
    private CheckRoom room;

    @Inject
    private Reader reader;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public CheckTranslation() {}

    /**
     * The page.
     *
     * @param again what was typed so far for the next translator
     * @param said empty, or the message {@code review.said.<said>}
     * @param missing empty, or the message {@code review.missing.<missing>}
     */
    public record Model(Translations.Open letter, String again, String said, String missing) {}

    @GET
    public Response read() {
        return page("", "", "", 200);
    }

    @GET
    @Path("/pages/{n:[0-9]{1,2}}.png")
    @Produces("image/png")
    public byte[] picture(@PathParam("n") int n) {
        return reader.picture(id, LetterState.TRANSLATION_CHECK, n);
    }

    /** Whatever the button, what was typed for the next translator is shown again or handed to them. */
    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        String again = form.text("again");
        try {
            return Reader.deed(() -> switch (form.text("decision")) {
                case "accept" -> accept(Reader.fence(form), form.text("hash"));
                case "back" -> sendBack(Reader.fence(form), again);
                case "longer" -> longer(again);
                case "release" -> giveBack();
                default -> throw new BadRequestException();
            });
        } catch (NotNow e) {
            return tooLate(e.why(), form.text("hash"), again);
        }
    }

    private Response accept(long fence, String seenHash) {
        boolean held =
                translate.accept(id, reader.id(), fence, seenHash, reader.now()).state() == LetterState.HELD;
        return Redirect.to(ROOM + "?said=accepted-" + (held ? "held" : "ready"));
    }

    private Response sendBack(long fence, String again) {
        if (again.isEmpty()) {
            return page("", "", "again", 400);
        }
        translate.sendBack(id, reader.id(), fence, again, reader.now());
        return Redirect.to(ROOM + "?said=sent-back");
    }

    private Response longer(String again) {
        reader.claim(id, LetterState.TRANSLATION_CHECK);
        return page(again, "longer", "", 200);
    }

    private Response giveBack() {
        reader.giveBack(id);
        return Redirect.to(ROOM + "?said=given-back&passed=" + id);
    }

    private Response tooLate(NotNow.Why why, String seenHash, String again) {
        if (why == NotNow.Why.OWN_WORK) {
            return Reader.show(room.page("not-now-own", again, ""), 409);
        }
        return reader.lost(id, LetterState.TRANSLATION_CHECK)
                .map(lost -> Reader.show(room.page(lost, again, ""), 409))
                .orElseGet(() -> page(again, saying(why, seenHash), "", 409));
    }

    private String saying(NotNow.Why why, String seenHash) {
        return switch (why) {
            case CHANGED -> isAsSeen(seenHash) ? "stopped" : "changed";
            case BUSY -> "again";
            case CLAIM, STATE, OWN_WORK, NOT_YOURS -> "claimed-again";
        };
    }

    private boolean isAsSeen(String seenHash) {
        return translations
                .open(id, LetterState.TRANSLATION_CHECK, reader.id(), reader.now())
                .filter(open -> open.hash().equals(seenHash))
                .isPresent();
    }

    private Response page(String again, String said, String missing, int status) {
        return translations
                .open(id, LetterState.TRANSLATION_CHECK, reader.id(), reader.now())
                .map(open -> Reader.show(Page.of("review/check", new Model(open, again, said, missing)), status))
                .orElseGet(() -> again.isEmpty()
                        ? Redirect.to(ROOM + "?said=not-now-claim")
                        : Reader.show(room.page("not-now-claim", again, ""), 409));
    }
}
