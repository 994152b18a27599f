package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.vault.Token;

/** What is typed, sealed at the first post and at each later one, before anything else is looked at. */
@ApplicationScoped
class Drafts {
    private static final Duration SAVED_BY_CODE = Duration.ofDays(14);

    @Inject
    private Letters letters;

    @Inject
    private People people;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Drafts() {}

    /** Keeps what was typed; of a letter that was sent already nothing changes. */
    Letter keep(String formKey, String pageLanguage, Recipient to, Typed typed) {
        Letter letter = letters.begin(formKey, pageLanguage, to.id(), typed.language(), clock.instant());
        if (letter.state() == LetterState.DRAFT) {
            letter.belongTo(to.campaignId());
            keep(letter, typed);
        }
        return letter;
    }

    /** Keeps newer words of the same draft. */
    void keep(Letter letter, Typed typed) {
        Recipient to = recipient(letter);
        letters.rewrite(letter, typed.language(), typed.words(), pages.stationery(to), clock.instant());
        letters.keepForm(letter, typed.write());
    }

    /** Keeps what was typed into a form whose letter is gone or went on without it, as a new draft. */
    Letter keepAnew(String pageLanguage, Recipient to, Typed typed) {
        return keep(Token.random().text(), pageLanguage, to, typed);
    }

    /** @return whether this is the form as it was sent, and the letter is still on its way */
    boolean isWhatWasSent(Letter letter, Typed typed) {
        return isOnItsWay(letter)
                && letters.wordsOf(letter)
                        .filter(sent -> sent.areThoseOf(typed.words()))
                        .isPresent();
    }

    boolean isOnItsWay(Letter letter) {
        return letter.state() != LetterState.EXPIRED && letter.state() != LetterState.WITHDRAWN;
    }

    /** Saved by its writer: it waits fourteen days instead of one. */
    void keepLonger(Letter letter) {
        letter.keepAsDraftUntil(clock.instant().plus(SAVED_BY_CODE));
    }

    /** @return the form as it stood, or the words where no form is kept any more */
    Typed typed(Letter letter) {
        Optional<Typed> form = letters.formOf(letter).map(Typed::read);
        return form.or(() -> letters.wordsOf(letter).map(words -> Typed.of(words, letter.language())))
                .orElseGet(() -> Typed.empty(letter.language()));
    }

    Recipient recipient(Letter letter) {
        return people.byId(letter.recipientId()).orElseThrow();
    }
}
