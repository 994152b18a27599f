package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.Recipient;
import org.postern.letter.AccessTokens;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Submission;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** A form comes whose letter was sent already: what was typed is never lost, and what was sent is not sent twice. */
@ApplicationScoped
class SecondThoughts {
    /** Why a draft was begun anew, as its address says it and the messages below {@code objection.anew}. */
    private static final String SENT = "sent";

    private static final String ENDED = "ended";
    private static final String LATE = "late";

    private static final Objection WAITING = Objection.warns("email", "objection.waiting");

    @Inject
    private Drafts drafts;

    @Inject
    private Judge judge;

    @Inject
    private SendLetter sendLetter;

    @Inject
    private AccessTokens tokens;

    @Inject
    private FormKeys formKeys;

    @Inject
    private WritingPages pages;

    @SuppressWarnings("NullAway.Init")
    SecondThoughts() {}

    /**
     * Sent twice, it is the same letter, and whoever holds the form gets a code of their own; with another address it is
     * the same letter to that address, as long as nobody confirmed it; newer words, or those of a draft that ran out, are
     * a new draft.
     */
    Response notADraft(String lang, Letter letter, Typed typed, boolean send) {
        if (!drafts.areWordsSent(letter, typed)) {
            return anew(lang, letter, typed, drafts.isOnItsWay(letter) ? SENT : ENDED);
        }
        if (letter.state() != LetterState.UNCONFIRMED || sendLetter.isSentSo(letter, typed)) {
            return sentAgain(lang, letter);
        }
        boolean may = send && judge.of(typed, drafts.recipient(letter), null).mayBeSent();
        return may
                ? sendLetter
                        .sendInstead(letter, typed)
                        .map(receipt -> pages.receipt(lang, receipt))
                        .orElseGet(() -> WritingPages.intoTheMailbox(lang))
                : anew(lang, letter, typed, SENT);
    }

    /**
     * Changed words came when somebody had the letter in hand already.
     *
     * @param unchanged where to go if nothing was changed after all
     */
    Response tooLate(String lang, Letter letter, Typed typed, String unchanged) {
        return drafts.areWordsSent(letter, typed) ? Redirect.to(unchanged) : anew(lang, letter, typed, LATE);
    }

    private Response anew(String lang, Letter letter, Typed typed, String why) {
        Recipient to = drafts.recipient(letter);
        if (drafts.areFull()) {
            return pages.givenBack(to, typed, Drafts.FULL, 503, WritingPages.Place.blank(formKeys.make(to)));
        }
        Letter anew = drafts.keepAnew(lang, to, typed);
        return Redirect.to("/" + lang + "/drafts/" + tokens.mintDraft(anew).text() + "?anew=" + why + "#errors");
    }

    /** @param why as the address says it, or null */
    static @Nullable Objection anew(@Nullable String why) {
        return why != null && List.of(SENT, ENDED, LATE).contains(why)
                ? Objection.warns("body", "objection.anew." + why)
                : null;
    }

    /** To the code, for whoever holds the address of a draft that was sent. */
    Response sentAgain(String lang, Letter letter) {
        mustBeOnItsWay(letter);
        return isByMail(letter) ? WritingPages.intoTheMailbox(lang) : pages.receipt(lang, sendLetter.receipt(letter));
    }

    /**
     * The address of a draft that was sent meanwhile: while it waits for its confirmation, the form as it was sent, so that
     * a mistyped address can be mended; else it says that it was sent. Looking changes nothing.
     */
    Response sentBefore(String lang, Letter letter, String draftCode) {
        mustBeOnItsWay(letter);
        if (letter.state() == LetterState.UNCONFIRMED) {
            Recipient to = drafts.recipient(letter);
            Typed typed = sendLetter.asSent(letter, drafts.typed(letter));
            WritingPages.Place place = WritingPages.Place.draft(draftCode, letter);
            return Response.ok(pages.judged(to, typed, judge.of(typed, to, WAITING), place))
                    .build();
        }
        return isByMail(letter)
                ? WritingPages.intoTheMailbox(lang)
                : Response.ok(Page.of("compose/sentBefore", new WritingPages.SentBefore("/drafts/" + draftCode))
                                .keptSecret())
                        .build();
    }

    private void mustBeOnItsWay(Letter letter) {
        if (!drafts.isOnItsWay(letter)) {
            throw new ClientErrorException(Response.Status.GONE);
        }
    }

    private static boolean isByMail(Letter letter) {
        return letter.submission().flatMap(Submission::contact).isPresent();
    }
}
