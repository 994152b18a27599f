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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
     * @param marks typed so far
     */
    public record Model(Translations.Open letter, String again, String said, String missing, List<NewMark> marks) {
        /** @return what was typed under a paragraph */
        public NewMark typed(int paragraph) {
            return marks.stream()
                    .filter(mark -> mark.paragraph() == paragraph)
                    .findFirst()
                    .orElse(new NewMark(paragraph, "", ""));
        }
    }

    /**
     * A mark under a paragraph, as typed.
     *
     * @param paragraph from 1
     * @param suggestion the paragraph as the reader would have it; empty for none
     */
    public record NewMark(int paragraph, String words, String suggestion) {
        static List<NewMark> of(Form form) {
            return IntStream.iterate(1, n -> form.has("mark" + n), n -> n + 1)
                    .mapToObj(n -> new NewMark(n, form.text("mark" + n), form.text("instead" + n)))
                    .filter(mark ->
                            !mark.words().isEmpty() || !mark.suggestion().isEmpty())
                    .toList();
        }

        String text() {
            return paragraph + ": " + words + (suggestion.isEmpty() ? "" : "\n" + suggestion);
        }
    }

    @GET
    public Response read() {
        return page(Made.NOTHING, "", "", 200);
    }

    @GET
    @Path("/pages/{n:[0-9]{1,2}}.png")
    @Produces("image/png")
    public byte[] picture(@PathParam("n") int n) {
        return reader.picture(id, LetterState.TRANSLATION_CHECK, n);
    }

    /** What was typed for the next translator. */
    private record Made(String again, List<NewMark> marks) {
        static final Made NOTHING = new Made("", List.of());

        boolean isNothing() {
            return again.isEmpty() && marks.isEmpty();
        }

        /** @return all of it, to be copied */
        String text() {
            return Stream.concat(Stream.of(again), marks.stream().map(NewMark::text))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n\n"));
        }
    }

    /** Whatever the button, what was typed for the next translator is shown again or handed to them. */
    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Made made = new Made(form.text("again"), NewMark.of(form));
        long fence = Reader.fence(form);
        try {
            return Reader.deed(() -> switch (form.text("decision")) {
                case "accept" -> accept(fence, form.text("hash"), made);
                case "back" -> sendBack(fence, made);
                case "with" -> original(fence, true, made);
                case "without" -> original(fence, false, made);
                case "longer" -> longer(made);
                case "release" -> giveBack();
                default -> throw new BadRequestException();
            });
        } catch (NotNow e) {
            return tooLate(e.why(), form.text("hash"), made);
        }
    }

    private Response accept(long fence, String seenHash, Made made) {
        if (!made.marks().isEmpty()) {
            // Somebody who marks a paragraph does not find it true as it is.
            return page(made, "", "marks", 400);
        }
        boolean held =
                translate.accept(id, reader.id(), fence, seenHash, reader.now()).state() == LetterState.HELD;
        return Redirect.to(ROOM + "?said=accepted-" + (held ? "held" : "ready"));
    }

    private Response sendBack(long fence, Made made) {
        if (made.isNothing()) {
            return page(made, "", "again", 400);
        }
        if (made.marks().stream().anyMatch(mark -> mark.words().isEmpty())) {
            return page(made, "", "mark-words", 400);
        }
        translate.sendBack(id, reader.id(), fence, made.again(), made.marks(), reader.now());
        return Redirect.to(ROOM + "?said=sent-back");
    }

    private Response original(long fence, boolean wanted, Made made) {
        boolean fits = translate.withOriginal(id, reader.id(), fence, wanted, reader.now());
        return page(made, fits ? "original-chosen" : "original-too-long", "", fits ? 200 : 400);
    }

    private Response longer(Made made) {
        reader.claim(id, LetterState.TRANSLATION_CHECK);
        return page(made, "longer", "", 200);
    }

    private Response giveBack() {
        reader.giveBack(id);
        return Redirect.to(ROOM + "?said=given-back&passed=" + id);
    }

    private Response tooLate(NotNow.Why why, String seenHash, Made made) {
        if (why == NotNow.Why.OWN_WORK) {
            return Reader.show(room.page("not-now-own", made.text(), ""), 409);
        }
        return reader.lost(id, LetterState.TRANSLATION_CHECK)
                .map(lost -> Reader.show(room.page(lost, made.text(), ""), 409))
                .orElseGet(() -> page(made, saying(why, seenHash), "", 409));
    }

    private String saying(NotNow.Why why, String seenHash) {
        return switch (why) {
            case CHANGED -> isAsSeen(seenHash) ? "stopped" : "changed";
            case BUSY -> "again";
            case CLAIM, STATE, OWN_WORK, NOT_YOURS -> "claimed-again";
        };
    }

    private boolean isAsSeen(String seenHash) {
        return open().filter(open -> open.hash().equals(seenHash)).isPresent();
    }

    private Optional<Translations.Open> open() {
        return translations.open(id, LetterState.TRANSLATION_CHECK, reader.id(), reader.now());
    }

    private Response page(Made made, String said, String missing, int status) {
        return open().map(open -> Reader.show(
                        Page.of("review/check", new Model(open, made.again(), said, missing, made.marks())), status))
                .orElseGet(() -> made.isNothing()
                        ? Redirect.to(ROOM + "?said=not-now-claim")
                        : Reader.show(room.page("not-now-claim", made.text(), ""), 409));
    }
}
