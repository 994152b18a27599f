package org.postern.compose;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.cause.Campaign;
import org.postern.cause.Campaigns;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Actor;
import org.postern.letter.Advice;
import org.postern.letter.Advised;
import org.postern.letter.Batches;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.letter.Surveys;
import org.postern.letter.Words;
import org.postern.letter.WriterQuestions;
import org.postern.reply.Replies;
import org.postern.typeset.Typesetting;
import org.postern.web.Form;
import org.postern.web.Languages;
import org.postern.web.OnceMore;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** A letter, as its writer sees it by a secret address: where it is, and what can still be done. */
@Path(Languages.PATH + "/letters/{token}")
@PermitAll
@RequestScoped
public class WritersPage {
    @Inject
    private AccessTokens tokens;

    @Inject
    private Letters letters;

    @Inject
    private Batches batches;

    @Inject
    private Surveys surveys;

    @Inject
    private People people;

    @Inject
    private Facilities facilities;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Replies replies;

    @Inject
    private WriterQuestions questions;

    @Inject
    private Drafts drafts;

    @Inject
    private Judge judge;

    @Inject
    private Pages pages;

    @Inject
    private WritingPages writing;

    @Inject
    private SecondThoughts secondThoughts;

    @Inject
    private Darkroom darkroom;

    @Inject
    private OnceMore onceMore;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public WritersPage() {}

    /**
     * @param signedAs null once the words are erased
     * @param steps the history, oldest first
     * @param advice what a reader wrote, beside the words that it is about
     * @param pageCount of the printed letter; 0 when the words are gone
     * @param posted where and when, if it is in the post
     * @param place where it was posted to, or would be
     * @param asks after how many weeks its writer is asked whether word came; null while nothing is asked
     * @param waitsUntil the day before which it is not printed, as its writer or its campaign asked; null if there is none
     *     to come
     * @param replied whether an answer lies here to be opened
     * @param questions of whoever translates it
     * @param blackedOut passages that a reader blacked out
     * @param lateDays for how many days letters now wait where this one waits; null while nobody is late
     */
    public record Model(
            String address,
            Recipient to,
            LetterState state,
            LetterState.@Nullable Reason reason,
            @Nullable LocalDate writtenOn,
            @Nullable String signedAs,
            List<LetterEvent> steps,
            @Nullable LetterEvent posted,
            Facility place,
            @Nullable Integer asks,
            @Nullable Advised advice,
            int pageCount,
            @Nullable Instant textUntil,
            @Nullable Instant due,
            boolean mayEdit,
            boolean mayWithdraw,
            @Nullable LocalDate waitsUntil,
            boolean replied,
            @Nullable Long lateDays,
            List<String> blackedOut,
            String said,
            List<WriterQuestions.Asked> questions) {
        /** @return why a step was taken; null for no reason, and for a death that nobody here made sure of */
        public LetterState.@Nullable Reason reasonOf(LetterEvent step) {
            boolean death = step.reason() == LetterState.Reason.DIED || step.reason() == LetterState.Reason.DECEASED;
            return death && to.fate() != Recipient.Fate.DIED ? null : step.reason();
        }
    }

    @GET
    @Transactional
    public Page show(@PathParam("token") String token, @QueryParam("said") @Nullable String said) {
        Letter letter = letter(token);
        Optional<Words> words = letters.wordsToPrint(letter);
        Recipient to = drafts.recipient(letter);
        Model model = new Model(
                "/letters/" + token,
                to,
                letter.state(),
                reason(letter, to),
                letter.writtenOn(),
                words.map(Words::signedAs).orElse(null),
                letter.history().stream().filter(WritersPage::tells).toList(),
                letter.history().stream()
                        .filter(event -> event.to() == LetterState.POSTED)
                        .reduce((a, b) -> b)
                        .orElse(null),
                place(letter, to),
                surveys.due(letter, clock.instant()).orElse(null),
                advised(letter),
                words.map(w -> set(letter, w).pages()).orElse(0),
                letter.textUntil(),
                letter.due(),
                letter.state().mayEdit(),
                letter.state().mayWithdraw(),
                waitsUntil(letter),
                !replies.to(letter).isEmpty(),
                Backlog.days(letter.state(), letters.oldest(letter.state()).orElse(null), clock.instant()),
                letters.blackedOut(letter),
                Objects.requireNonNullElse(said, ""),
                questions.toWriterOf(letter));
        return Page.of("compose/letter", model).keptSecret();
    }

    /** That somebody died is said once an organiser made sure of it; that they are free or dead outweighs what held it. */
    static LetterState.@Nullable Reason reason(Letter letter, Recipient to) {
        LetterState.Reason why = letter.reason();
        boolean unsure = to.fate() != Recipient.Fate.DIED;
        if (letter.state() == LetterState.HELD && to.fate() != null) {
            return unsure ? LetterState.Reason.RELEASED : LetterState.Reason.DIED;
        }
        return why == LetterState.Reason.DIED && unsure ? LetterState.Reason.ADDRESS : why;
    }

    /** Once somebody has it to print, its day has come. */
    private @Nullable LocalDate waitsUntil(Letter letter) {
        Stream<LocalDate> days = Stream.of(
                        Optional.ofNullable(letter.notBefore()),
                        Optional.ofNullable(letter.campaignId())
                                .flatMap(campaigns::byId)
                                .map(Campaign::notBefore))
                .flatMap(Optional::stream);
        return letter.state().mayEdit()
                ? days.filter(judge.today()::isBefore)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    private Facility place(Letter letter, Recipient to) {
        long id = people.whereOn(to, letter.postedOn());
        return Objects.requireNonNullElse(facilities.byIds(List.of(id)).get(id), to.facility());
    }

    /** Steps that mean something to the writer; a batch that came back unprinted does not. */
    private static boolean tells(LetterEvent event) {
        return switch (event.to()) {
            case DRAFT, UNCONFIRMED, BATCHED, UNSURE -> false;
            case IN_REVIEW,
                    CHANGES_ASKED,
                    IN_TRANSLATION,
                    TRANSLATION_CHECK,
                    READY,
                    HELD,
                    PRINTED,
                    POSTED,
                    RETURNED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED,
                    REFUSED,
                    WITHDRAWN,
                    EXPIRED -> true;
        };
    }

    @GET
    @Path("pages/{number:[0-9]{1,3}}.png")
    @Produces("image/png")
    @Transactional
    public byte[] page(@PathParam("token") String token, @PathParam("number") int number, @QueryParam("dpi") int dpi) {
        Letter letter = letter(token);
        Words words = letters.wordsToPrint(letter).orElseThrow(NotFoundException::new);
        return PagePicture.of(set(letter, words), number, dpi);
    }

    // --- changing the words -------------------------------------------------------------------------------------

    @GET
    @Path("words")
    @Transactional
    public Response edit(
            @PathParam("lang") String lang,
            @PathParam("token") String token,
            @QueryParam("photo") @Nullable String photo) {
        Letter letter = letter(token);
        if (!letter.state().mayEdit()) {
            return Redirect.to("/" + lang + "/letters/" + token + "?said=too-late");
        }
        Recipient to = drafts.recipient(letter);
        Typed typed = drafts.typed(letter);
        Judge.Judgement judgement = judge.of(typed, to, TakenPhoto.said(photo)).ofWordsAlone();
        return Response.ok(writing.judged(to, typed, judgement, WritingPages.Place.edit(token, advice(letter))))
                .build();
    }

    @POST
    @Path("words")
    public Response change(
            @PathParam("lang") String lang, @PathParam("token") String token, @Context HttpServletRequest request) {
        Form form = Form.of(request);
        onceMore.of(() -> letter(token).id());
        TakenForm taken = TakenForm.of(form, lang, darkroom);
        return onceMore.of(() -> change(lang, token, taken));
    }

    private Response change(String lang, String token, TakenForm taken) {
        Letter letter = letters.lock(letter(token).id()).orElseThrow(NotFoundException::new);
        Recipient to = drafts.recipient(letter);
        byte[] before = drafts.typed(letter).photo();
        String here = "/" + lang + "/letters/" + token;
        if (taken.refusal() != null) {
            WritingPages.Place place = WritingPages.Place.edit(token, advice(letter));
            return writing.givenBack(to, taken.words().with(before), taken.refusal(), taken.refusedWith(), place);
        }
        Typed typed = taken.typed(before);
        if (!letter.state().mayEdit()) {
            return secondThoughts.tooLate(lang, letter, typed, here + "?said=too-late");
        }
        Judge.Judgement judgement =
                judge.of(typed, to, taken.photo().objection()).ofWordsAlone();
        if (taken.wants("send") && judgement.mayBeSent()) {
            letters.rewrite(letter, typed.language(), typed.words(), pages.stationery(to), clock.instant());
            letter.backToReaders(clock.instant());
            letter.waitFor(MailDate.of(typed.notBefore()).orElse(null));
            return Redirect.to(here + "?said=changed");
        }
        // Not yet sent again: kept beside the letter, which stays as it was.
        drafts.keepBeside(letter, typed);
        return Redirect.to(here + "/words" + taken.photo().toSay() + (taken.wants("send") ? "#errors" : "#print"));
    }

    @GET
    @Path("words/pages/{number:[0-9]{1,3}}.png")
    @Produces("image/png")
    @Transactional
    public byte[] changedPage(
            @PathParam("token") String token, @PathParam("number") int number, @QueryParam("dpi") int dpi) {
        Letter letter = letter(token);
        return PagePicture.of(
                judge.of(drafts.typed(letter), drafts.recipient(letter), null).seen(), number, dpi);
    }

    @GET
    @Path("words/photo.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] photo(@PathParam("token") String token) {
        byte[] jpeg = drafts.typed(letter(token)).photo();
        if (jpeg == null) {
            throw new NotFoundException();
        }
        return jpeg;
    }

    // --- stopping -----------------------------------------------------------------------------------------------

    @POST
    @Path("withdrawal")
    @Transactional
    public Response withdraw(@PathParam("lang") String lang, @PathParam("token") String token) {
        Letter letter = letters.lock(letter(token).id()).orElseThrow(NotFoundException::new);
        if (!letter.state().mayWithdraw()) {
            return Redirect.to("/" + lang + "/letters/" + token + "?said=too-late");
        }
        Instant now = clock.instant();
        letter.withdraw(now);
        batches.pullOut(letter, now);
        return Redirect.to("/" + lang + "/letters/" + token + "?said=withdrawn");
    }

    /** The writer heard from prison. */
    @POST
    @Path("answer")
    @Transactional
    public Response answered(@PathParam("lang") String lang, @PathParam("token") String token) {
        Letter letter = letters.lock(letter(token).id()).orElseThrow(NotFoundException::new);
        if (letter.state().next().contains(LetterState.REPLIED)) {
            letter.beAnswered(Actor.WRITER, clock.instant());
        }
        return Redirect.to("/" + lang + "/letters/" + token + "?said=answered");
    }

    /** Everything that leads to the writer goes with the next run of the eraser; a letter not yet printed goes too. */
    @POST
    @Path("erasure")
    @Transactional
    public Response erase(@PathParam("lang") String lang, @PathParam("token") String token) {
        Letter letter = letters.lock(letter(token).id()).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        if (letter.state().mayWithdraw()) {
            letter.withdraw(now);
            batches.pullOut(letter, now);
        }
        letter.eraseAt(now);
        letter.submission().flatMap(s -> s.contact()).ifPresent(contact -> contact.forgetAt(now));
        return Redirect.to("/" + lang + "/erased");
    }

    private Typesetting set(Letter letter, Words words) {
        Recipient to = drafts.recipient(letter);
        LocalDate day = Objects.requireNonNullElseGet(letter.writtenOn(), judge::today);
        return pages.set(pages.manuscript(words, letter.printLanguage(), to, day, judge.site(to)));
    }

    private @Nullable Advised advised(Letter letter) {
        String body = letters.wordsOf(letter).map(Words::body).orElse("");
        return letters.adviceOn(letter)
                .map(text -> Advised.of(Advice.parse(text), body))
                .orElse(null);
    }

    private @Nullable String advice(Letter letter) {
        return letter.state() == LetterState.CHANGES_ASKED
                ? letters.adviceOn(letter).orElse(null)
                : null;
    }

    private Letter letter(String token) {
        return tokens.status(token).orElseThrow(NotFoundException::new);
    }
}
