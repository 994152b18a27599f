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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** One letter, paragraph beside paragraph, open before the translator who claimed it. */
@Path("/desk/translations/letters/{id:[0-9a-f-]{36}}")
@RolesAllowed(Roles.TRANSLATOR)
@RequestScoped
public class TranslateLetter {
    @Inject
    private Translations translations;

    @Inject
    private Translate translate;

    @Inject
    private TranslationRoom room;

    @Inject
    private Reader reader;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public TranslateLetter() {}

    /**
     * The page.
     *
     * @param said empty, or the message {@code review.said.<said>}
     * @param empty numbers of paragraphs that have no translation yet, when that was asked
     */
    public record Model(Translations.Open letter, String said, List<Integer> empty) {}

    @GET
    public Response work() {
        return page("", List.of(), 200);
    }

    /** Saves, hands on to a second reader, or gives back; whatever the button, what was typed is kept. */
    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        List<String> paragraphs = paragraphs(form);
        String text = Paragraphs.join(paragraphs);
        long fence = Reader.fence(form);
        try {
            return Reader.deed(() -> switch (form.text("decision")) {
                case "save" -> save(fence, text);
                case "finish" -> finish(paragraphs, text, fence);
                case "release" -> giveBack(fence, text);
                default -> throw new BadRequestException();
            });
        } catch (NotNow e) {
            return tooLate(e, fence, text);
        }
    }

    private Response save(long fence, String text) {
        translate.save(id, reader.id(), fence, text, reader.now());
        return page("saved", List.of(), 200);
    }

    private Response giveBack(long fence, String text) {
        translate.save(id, reader.id(), fence, text, reader.now());
        reader.giveBack(id);
        return Redirect.to("/desk/translations?said=given-back");
    }

    private Response finish(List<String> paragraphs, String text, long fence) {
        List<Integer> empty = IntStream.rangeClosed(1, paragraphs.size())
                .filter(n -> paragraphs.get(n - 1).isBlank())
                .boxed()
                .toList();
        if (!empty.isEmpty()) {
            translate.save(id, reader.id(), fence, text, reader.now());
            return page("", empty, 400);
        }
        boolean sent =
                translate.finish(id, reader.id(), fence, text, reader.now()).isEmpty();
        return sent ? Redirect.to("/desk/translations?said=sent") : page("stopped", List.of(), 400);
    }

    /** If nobody else took it meanwhile, the text is saved under the claim of now; else it is shown to be copied. */
    private Response tooLate(NotNow why, long fence, String text) {
        Optional<String> lost = reader.lost(id, LetterState.IN_TRANSLATION);
        if (lost.isEmpty()) {
            try {
                return Reader.deed(() -> saveAgain(why, fence, text));
            } catch (NotNow e) {
                return Reader.show(room.page("not-now-claim", text), 409);
            }
        }
        return Reader.show(room.page(lost.get(), text), 409);
    }

    private Response saveAgain(NotNow why, long fence, String text) {
        long claim = translations
                .open(id, LetterState.IN_TRANSLATION, reader.id(), reader.now())
                .map(Translations.Open::fence)
                .orElse(0L);
        if (claim != fence && claim != fence + 1) {
            reader.giveBack(id);
            return Reader.show(room.page("not-now-claim", text), 409);
        }
        translate.save(id, reader.id(), claim, text, reader.now());
        return page(why.why() == NotNow.Why.BUSY ? "again" : "claimed-again", List.of(), 409);
    }

    private Response page(String said, List<Integer> empty, int status) {
        return translations
                .open(id, LetterState.IN_TRANSLATION, reader.id(), reader.now())
                .map(open -> Reader.show(Page.of("review/translation", new Model(open, said, empty)), status))
                .orElseGet(() -> Redirect.to("/desk/translations?said=not-now-claim"));
    }

    /** The fields {@code p1}, {@code p2}…, or one text where the paragraphs do not go side by side. */
    private static List<String> paragraphs(Form form) {
        if (form.has("whole")) {
            List<String> all = Paragraphs.of(form.raw("whole"));
            return all.isEmpty() ? List.of("") : all;
        }
        return IntStream.iterate(1, n -> form.has("p" + n), n -> n + 1)
                .mapToObj(n -> form.raw("p" + n))
                .toList();
    }
}
