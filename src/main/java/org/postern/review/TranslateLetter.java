package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;
import org.postern.web.Settings;

/** One letter, paragraph beside paragraph, open before the translator who claimed it. */
@Path("/desk/translations/letters/{id:[0-9a-f-]{36}}")
@RolesAllowed(Roles.TRANSLATOR)
@RequestScoped
public class TranslateLetter {
    private static final Set<String> DONE = Set.of("saved", "asked", "word-added");

    @Inject
    private Translations translations;

    @Inject
    private Translate translate;

    @Inject
    private Questions questions;

    @Inject
    private Glossary glossary;

    @Inject
    private TranslationRoom room;

    @Inject
    private Reader reader;

    @Inject
    private Settings settings;

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
    public record Model(Translations.Open letter, String said, List<Integer> empty, Extras extras) {}

    /**
     * What became of a saving while somebody types.
     *
     * @param how {@code now}, {@code late} or {@code busy}
     */
    public record Saved(String how, Instant at) {}

    @GET
    public Response work(@QueryParam("said") @DefaultValue("") String said) {
        return page(DONE.contains(said) ? said : "", List.of(), Extras.NONE, 200);
    }

    /** A page as it would be printed with what is saved so far. */
    @GET
    @Path("/pages/{n:[0-9]{1,2}}.png")
    @Produces("image/png")
    public byte[] picture(@PathParam("n") int n) {
        return open().map(Translations.Open::proof)
                .flatMap(proof -> proof.picture(n))
                .orElseThrow(NotFoundException::new);
    }

    /** As one types: saves, and says nothing but that. A claim that is over takes nothing. */
    @POST
    @Path("/draft")
    public Response draft(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        String how = "now";
        try {
            Reader.deed(() -> translate.keep(id, reader.id(), Reader.fence(form), Typing.of(form), reader.now()));
        } catch (NotNow e) {
            how = e.why() == NotNow.Why.BUSY ? "busy" : "late";
        }
        return Reader.show(
                Page.of("review/draft", new Saved(how, reader.now())),
                how.equals("now") ? 200 : Response.Status.CONFLICT.getStatusCode());
    }

    /** Whatever the button, what was typed is kept first. */
    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Typing typing = Typing.of(form);
        long fence = Reader.fence(form);
        try {
            return Reader.deed(() -> {
                String text = translate.keep(id, reader.id(), fence, typing, reader.now());
                return then(form, fence, text);
            });
        } catch (NotNow e) {
            return tooLate(e, fence, typing, Extras.of(form));
        }
    }

    private Response then(Form form, long fence, String text) {
        Extras beside = Extras.of(form);
        if (form.has("take")) {
            Ids.of(form.text("take")).forEach(mark -> translate.take(id, reader.id(), fence, mark, reader.now()));
            return done("saved", beside.answered(form.all("take")));
        }
        if (form.has("keep")) {
            return keepMine(form.text("keep"), beside, fence);
        }
        return switch (form.text("decision")) {
            case "", "save" -> done("saved", beside);
            case "see" -> beside.isNothing() ? Redirect.to(here("saved") + "#sheet") : done("saved", beside);
            case "finish" -> finish(fence, text, beside);
            case "release" -> giveBack();
            case "ask" -> ask(beside, fence);
            case "word" -> addWord(beside);
            default -> throw new BadRequestException();
        };
    }

    /** Shown by an address of its own, so that a page loaded again asks nothing a second time; but nothing typed is lost. */
    private Response done(String said, Extras left) {
        return left.isNothing() ? Redirect.to(here(said)) : page(said, List.of(), left, 200);
    }

    private String here(String said) {
        return "/desk/translations/letters/" + id + "?said=" + said;
    }

    private Response giveBack() {
        reader.giveBack(id);
        return Redirect.to("/desk/translations?said=given-back");
    }

    private Response finish(long fence, String text, Extras beside) {
        List<String> paragraphs = Paragraphs.kept(text);
        List<Integer> empty = IntStream.rangeClosed(1, paragraphs.size())
                .filter(n -> paragraphs.get(n - 1).isBlank())
                .boxed()
                .toList();
        if (!empty.isEmpty()) {
            return page("", empty, beside, 400);
        }
        if (open().filter(open -> open.beside().openMarks() > 0).isPresent()) {
            return page("marks-open", List.of(), beside, 400);
        }
        boolean sent =
                translate.finish(id, reader.id(), fence, text, reader.now()).isEmpty();
        return sent ? Redirect.to("/desk/translations?said=sent") : page("stopped", List.of(), beside, 400);
    }

    private Response ask(Extras beside, long fence) {
        int paragraph = beside.about().matches("[0-9]{1,4}") ? Integer.parseInt(beside.about()) : 0;
        return questions
                .ask(id, reader.id(), fence, paragraph, beside.question(), reader.now())
                .map(why -> page("", List.of(), beside.but("question.wrong." + why, "question"), 400))
                .orElseGet(() -> done("asked", beside.asked()));
    }

    private Response addWord(Extras beside) {
        Translations.Open open = open().orElseThrow(() -> new NotNow(NotNow.Why.CLAIM, "It is not open any more"));
        return glossary.add(
                        open.from(),
                        open.into(),
                        beside.term(),
                        beside.meaning(),
                        beside.note(),
                        open.signedAs(),
                        reader.id(),
                        LocalDate.ofInstant(reader.now(), settings.zone()))
                .map(why -> page("", List.of(), beside.but("glossary.wrong." + why, "term"), 400))
                .orElseGet(() -> done("word-added", beside.added()));
    }

    private Response keepMine(String mark, Extras beside, long fence) {
        String why = beside.reasons().getOrDefault(mark, "");
        if (why.isEmpty()) {
            return page("", List.of(), beside.but("mark.wrong.why", "why-" + mark), 400);
        }
        Ids.of(mark).forEach(each -> translate.keepMine(id, reader.id(), fence, each, why, reader.now()));
        return done("saved", beside.answered(List.of(mark)));
    }

    /** If nobody else took it meanwhile, the text is saved under the claim of now; else it is shown to be copied. */
    private Response tooLate(NotNow why, long fence, Typing typing, Extras beside) {
        String text = beside.isNothing() ? typing.text() : typing.text() + "\n\n" + beside.text();
        Optional<String> lost = reader.lost(id, LetterState.IN_TRANSLATION);
        if (lost.isEmpty()) {
            try {
                return Reader.deed(() -> saveAgain(why, fence, typing, text, beside));
            } catch (NotNow e) {
                return Reader.show(room.page("not-now-claim", text), 409);
            }
        }
        return Reader.show(room.page(lost.get(), text), 409);
    }

    private Response saveAgain(NotNow why, long fence, Typing typing, String text, Extras beside) {
        long claim = open().map(Translations.Open::fence).orElse(0L);
        if (claim != fence && claim != fence + 1) {
            reader.giveBack(id);
            return Reader.show(room.page("not-now-claim", text), 409);
        }
        translate.keep(id, reader.id(), claim, typing, reader.now());
        return page(why.why() == NotNow.Why.BUSY ? "again" : "claimed-again", List.of(), beside, 409);
    }

    private Optional<Translations.Open> open() {
        return translations.open(id, LetterState.IN_TRANSLATION, reader.id(), reader.now());
    }

    private Response page(String said, List<Integer> empty, Extras extras, int status) {
        return open().map(open ->
                        Reader.show(Page.of("review/translation", new Model(open, said, empty, extras)), status))
                .orElseGet(() -> Redirect.to("/desk/translations?said=not-now-claim"));
    }
}
