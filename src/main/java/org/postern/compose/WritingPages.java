package org.postern.compose;

import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.Official;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.Submission;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** The pages of the writing desk, made of what was typed and what stands against it. */
@ApplicationScoped
public class WritingPages {
    /** Offered to write in; translators are found for these. BCP 47. */
    private static final List<String> LANGUAGES = List.of(
            "en", "ru", "uk", "be", "es", "fr", "de", "it", "pt", "pl", "tr", "fa", "ar", "ka", "hy", "el", "my");

    private static final int QUESTIONS = 6;

    /** Why a draft was begun anew, as its address says it and the messages below {@code objection.anew}. */
    private static final String SENT = "sent";

    private static final String ENDED = "ended";
    private static final String LATE = "late";

    @Inject
    private RulePacks packs;

    @Inject
    private Drafts drafts;

    @Inject
    private SendLetter sendLetter;

    @Inject
    private AccessTokens tokens;

    @SuppressWarnings("NullAway.Init")
    WritingPages() {}

    /**
     * The writing desk.
     *
     * @param backTo where the writer came from
     * @param action where the form goes
     * @param formKey empty for a draft that has an address of its own
     * @param pictures where the page pictures are, ending in a slash; empty while nothing can be printed
     * @param marked whether black blocks stand on the pages for what cannot be printed
     * @param until when the draft is erased; null before there is one
     * @param advice what a reader wrote; null if none did
     * @param editing whether the letter was sent already and is being changed
     */
    public record Model(
            Recipient to,
            @Nullable Official official,
            String backTo,
            String action,
            String formKey,
            Typed typed,
            List<Choice> languages,
            Rules rules,
            List<Objection> objections,
            int pages,
            String pictures,
            boolean window,
            boolean marked,
            @Nullable Instant until,
            @Nullable String advice,
            boolean editing,
            int questions) {

        public long blocking() {
            return objections.stream().filter(Objection::blocks).count();
        }

        public boolean isWrong(String field) {
            return objections.stream().anyMatch(o -> o.blocks() && o.field().equals(field));
        }

        /** @return of paper, printed on both sides */
        public int sheets() {
            return (pages + 1) / 2;
        }

        public String body() {
            return typed.body();
        }

        public String signedAs() {
            return typed.signedAs();
        }

        public String language() {
            return typed.language();
        }

        public String email() {
            return typed.email();
        }

        public boolean updates() {
            return typed.updates();
        }

        public boolean reply() {
            return typed.reply();
        }

        public boolean hasPhoto() {
            return typed.photo() != null;
        }
    }

    /** A language to write in, by its own name. */
    public record Choice(String tag, String name) {}

    /** @param status the writer's page */
    public record Code(
            String code,
            String status,
            boolean draft,
            @Nullable LocalDate until) {}

    /** @param address of the draft, below the language */
    public record SentBefore(String address) {}

    Page blank(Recipient to, Typed typed, String formKey) {
        return desk(to, typed, List.of(), 0, false, "", "", formKey, null, null, false);
    }

    /** The same words in a fresh form. */
    Page again(Recipient to, Typed typed, String formKey) {
        return desk(
                to,
                typed,
                List.of(Objection.warns("body", "objection.old-form")),
                0,
                false,
                "",
                "",
                formKey,
                null,
                null,
                false);
    }

    Page draft(Recipient to, Typed typed, Judge.Judgement judged, String code, Letter letter) {
        String here = "drafts/" + code;
        return desk(
                to,
                typed,
                judged.objections(),
                printable(judged),
                judged.marked(),
                here,
                here + "/",
                "",
                letter.due(),
                null,
                false);
    }

    /** A letter that was sent and is being changed, at the writer's page's own address. */
    Page edit(Recipient to, Typed typed, Judge.Judgement judged, String token, @Nullable String advice) {
        String here = "letters/" + token + "/words";
        return desk(
                to,
                typed,
                judged.objections(),
                printable(judged),
                judged.marked(),
                here,
                here + "/",
                "",
                null,
                advice,
                true);
    }

    /** @param why as the address says it, or null */
    static @Nullable Objection anew(@Nullable String why) {
        return why != null && List.of(SENT, ENDED, LATE).contains(why)
                ? Objection.warns("body", "objection.anew." + why)
                : null;
    }

    private static int printable(Judge.Judgement judged) {
        return judged.seen().findings().isEmpty() ? judged.seen().pages() : 0;
    }

    private Page desk(
            Recipient to,
            Typed typed,
            List<Objection> objections,
            int pages,
            boolean marked,
            String action,
            String pictures,
            String formKey,
            @Nullable Instant until,
            @Nullable String advice,
            boolean editing) {
        String kind = to instanceof Prisoner ? "people" : "officials";
        String person = "/" + kind + "/" + to.slug();
        Rules rules = packs.of(to);
        Model model = new Model(
                to,
                to instanceof Official official ? official : null,
                editing ? "/" + action.substring(0, action.length() - "/words".length()) : person,
                action.isEmpty() ? person + "/letter" : "/" + action,
                formKey,
                typed,
                LANGUAGES.stream().map(tag -> new Choice(tag, ownName(tag))).toList(),
                rules,
                objections,
                pages,
                pages == 0 ? "" : "/" + pictures + "pages/",
                rules.allow(Rule.WindowAllowed.class),
                marked,
                until,
                advice,
                editing,
                QUESTIONS);
        return Page.of("compose/writing", model).keptSecret();
    }

    /**
     * A form came whose letter is no draft any more. Sent twice, it is the same letter, and whoever holds the form gets
     * a code of their own; newer words, or those of a draft that ran out, are a new draft: nothing typed is lost.
     */
    Response notADraft(String lang, Letter letter, Typed typed) {
        if (drafts.isWhatWasSent(letter, typed)) {
            return sentAgain(lang, letter);
        }
        return anew(lang, letter, typed, drafts.isOnItsWay(letter) ? SENT : ENDED);
    }

    /**
     * Changed words came when somebody had the letter in hand already.
     *
     * @param unchanged where to go if nothing was changed after all
     */
    Response tooLate(String lang, Letter letter, Typed typed, String unchanged) {
        return drafts.isWhatWasSent(letter, typed) ? Redirect.to(unchanged) : anew(lang, letter, typed, LATE);
    }

    private Response anew(String lang, Letter letter, Typed typed, String why) {
        Letter anew = drafts.keepAnew(lang, drafts.recipient(letter), typed);
        return Redirect.to("/" + lang + "/drafts/" + tokens.mintDraft(anew).text() + "?anew=" + why + "#errors");
    }

    /** To the code, for whoever holds the address of a draft that was sent. */
    Response sentAgain(String lang, Letter letter) {
        if (!drafts.isOnItsWay(letter)) {
            throw new ClientErrorException(Response.Status.GONE);
        }
        return sent(lang, letter, isByMail(letter) ? Optional.empty() : Optional.of(sendLetter.receipt(letter)));
    }

    /** The address of a draft that was sent meanwhile: it says so, and changes nothing. */
    Response sentBefore(String lang, Letter letter, String draftCode) {
        if (!drafts.isOnItsWay(letter)) {
            throw new ClientErrorException(Response.Status.GONE);
        }
        return isByMail(letter)
                ? sent(lang, letter, Optional.empty())
                : Response.ok(Page.of("compose/sentBefore", new SentBefore("/drafts/" + draftCode))
                                .keptSecret())
                        .build();
    }

    private static boolean isByMail(Letter letter) {
        return letter.submission().flatMap(Submission::contact).isPresent();
    }

    /** After the sending: to the page "look into your mail", or the code, shown once. */
    Response sent(String lang, Letter letter, Optional<SendLetter.Receipt> receipt) {
        return receipt.map(r -> Response.ok(Page.of(
                                        "compose/code",
                                        new Code(
                                                r.code().text(),
                                                "/" + lang + "/letters/"
                                                        + r.status().text(),
                                                false,
                                                null))
                                .keptSecret())
                        .build())
                .orElseGet(() -> Redirect.to("/" + lang + "/sent"));
    }

    /** The draft is kept for fourteen days, under its address and under a code. */
    Response savedFor(String lang, Letter letter, String draftCode) {
        String code = tokens.mintCode(letter).text();
        return Response.ok(Page.of("compose/code", new Code(code, "/" + lang + "/drafts/" + draftCode, true, null))
                        .keptSecret())
                .build();
    }

    /** Guards against a language that was never offered. */
    Typed inAKnownLanguage(Typed typed, String pageLanguage) {
        return LANGUAGES.contains(typed.language())
                ? typed
                : new Typed(
                        typed.body(),
                        typed.signedAs(),
                        pageLanguage,
                        typed.email(),
                        typed.updates(),
                        typed.reply(),
                        typed.photo());
    }

    private static String ownName(String tag) {
        String name = ULocale.getDisplayLanguage(tag, tag);
        return name.substring(0, 1).toUpperCase(ULocale.forLanguageTag(tag).toLocale()) + name.substring(1);
    }
}
