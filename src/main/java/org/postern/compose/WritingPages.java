package org.postern.compose;

import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.Official;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules;
import org.postern.letter.AccessTokens;
import org.postern.letter.Advice;
import org.postern.letter.Advised;
import org.postern.letter.Letter;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** The pages of the writing desk, made of what was typed and what stands against it. */
@ApplicationScoped
public class WritingPages {
    /** Offered to write in; translators are found for these. BCP 47. */
    static final List<String> LANGUAGES = List.of(
            "en", "ru", "uk", "be", "es", "fr", "de", "it", "pt", "pl", "tr", "fa", "ar", "ka", "hy", "el", "my");

    private static final int QUESTIONS = 6;

    @Inject
    private RulePacks packs;

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
            @Nullable Advised advice,
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

        public String word() {
            return typed.word();
        }

        public String notBefore() {
            return typed.notBefore();
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

    /**
     * Where a form stands.
     *
     * @param action where it goes, below the language; empty for a letter that is not begun yet
     * @param formKey empty for a draft that has an address of its own
     * @param until when the draft is erased
     * @param advice what a reader wrote
     * @param editing whether the letter was sent already
     */
    record Place(
            String action,
            String formKey,
            @Nullable Instant until,
            @Nullable String advice,
            boolean editing) {

        static Place blank(String formKey) {
            return new Place("", formKey, null, null, false);
        }

        static Place draft(String code, Letter letter) {
            return new Place("/drafts/" + code, "", letter.due(), null, false);
        }

        /** A letter that was sent and is being changed, at the writer's page's own address. */
        static Place edit(String token, @Nullable String advice) {
            return new Place("/letters/" + token + "/words", "", null, advice, true);
        }
    }

    Page blank(Recipient to, Typed typed, String formKey) {
        return desk(to, typed, List.of(), 0, false, Place.blank(formKey));
    }

    Page judged(Recipient to, Typed typed, Judge.Judgement judged, Place place) {
        int pages = judged.seen().findings().isEmpty() ? judged.seen().pages() : 0;
        return desk(to, typed, judged.objections(), pages, judged.marked(), place);
    }

    /** Nothing was kept: every word is in the page again, with the reason above it. */
    Response givenBack(Recipient to, Typed typed, Objection why, int status, Place place) {
        Page page = desk(to, typed, List.of(why), 0, false, place).withStatus(status);
        return Response.status(status).entity(page).build();
    }

    private Page desk(Recipient to, Typed typed, List<Objection> objections, int pages, boolean marked, Place place) {
        String kind = to instanceof Prisoner ? "people" : "officials";
        String person = "/" + kind + "/" + to.slug();
        Rules rules = packs.of(to);
        String action = place.action();
        Model model = new Model(
                to,
                to instanceof Official official ? official : null,
                place.editing() ? action.substring(0, action.length() - "/words".length()) : person,
                action.isEmpty() ? person + "/letter" : action,
                place.formKey(),
                typed,
                LANGUAGES.stream().map(tag -> new Choice(tag, ownName(tag))).toList(),
                rules,
                objections,
                pages,
                pages == 0 ? "" : action + "/pages/",
                rules.allow(Rule.WindowAllowed.class),
                marked,
                place.until(),
                place.advice() == null ? null : Advised.of(Advice.parse(place.advice()), typed.body()),
                place.editing(),
                QUESTIONS);
        return Page.of("compose/writing", model).keptSecret();
    }

    /** The code of a letter that was sent without an address, shown once. */
    Response receipt(String lang, SendLetter.Receipt receipt) {
        return code(
                receipt.code().text(),
                "/" + lang + "/letters/" + receipt.status().text(),
                false);
    }

    /** The draft is kept for fourteen days, under its address and under a code. */
    Response savedFor(String lang, Letter letter, String draftCode) {
        return code(tokens.mintCode(letter).text(), "/" + lang + "/drafts/" + draftCode, true);
    }

    private static Response code(String code, String page, boolean draft) {
        return Response.ok(Page.of("compose/code", new Code(code, page, draft, null))
                        .keptSecret())
                .build();
    }

    /** To the words "look into your mail". */
    static Response intoTheMailbox(String lang) {
        return Redirect.to("/" + lang + "/sent");
    }

    private static String ownName(String tag) {
        String name = ULocale.getDisplayLanguage(tag, tag);
        return name.substring(0, 1).toUpperCase(ULocale.forLanguageTag(tag).toLocale()) + name.substring(1);
    }
}
