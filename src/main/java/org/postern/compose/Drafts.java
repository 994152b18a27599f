package org.postern.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Objection;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.letter.Words;
import org.postern.vault.Token;
import org.postern.web.Settings;

/** What is typed, sealed at the first post and at each later one, before anything else is looked at. */
@ApplicationScoped
class Drafts {
    /** Why no letter can be begun: see {@link #areFull}. */
    static final Objection FULL = Objection.blocks("body", "objection.drafts.full");

    private static final Duration SAVED_BY_CODE = Duration.ofDays(14);

    @Inject
    private Letters letters;

    @Inject
    private People people;

    @Inject
    private Pages pages;

    @Inject
    private Settings settings;

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
        letters.keepForm(letter, typed.write(typed.photo()), typed.email());
    }

    /** Keeps changed words of a letter that was sent, and stays as it was until they are sent too. */
    void keepBeside(Letter letter, Typed typed) {
        letters.keepForm(letter, typed.write(photoOf(letter)), "");
    }

    /** @return whether so many letters are begun and not sent that no other can be begun now */
    boolean areFull() {
        return letters.drafts() >= settings.mostDrafts();
    }

    /** Keeps what was typed into a form whose letter is gone or went on without it, as a new draft. */
    Letter keepAnew(String pageLanguage, Recipient to, Typed typed) {
        return keep(Token.random().text(), pageLanguage, to, typed);
    }

    /** @return whether these are the words as they were sent, and the letter is still on its way */
    boolean areWordsSent(Letter letter, Typed typed) {
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
        letter.keepAsDraftFor(SAVED_BY_CODE, clock.instant());
    }

    /** @return the form as it stood, or the words where no form is kept any more */
    Typed typed(Letter letter) {
        Optional<Words> words = letters.wordsOf(letter);
        byte[] photo = words.map(Words::photo).orElse(null);
        return letters.formOf(letter)
                .map(form -> Typed.read(form, letters.typedAddressOf(letter), photo))
                .or(() -> words.map(sent ->
                        Typed.of(sent, letter.language()).waitingFor(MailDate.typed(letter.notBefore(), today()))))
                .orElseGet(() -> Typed.empty(letter.language()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private byte @Nullable [] photoOf(Letter letter) {
        return letters.wordsOf(letter).map(Words::photo).orElse(null);
    }

    Recipient recipient(Letter letter) {
        return people.byId(letter.recipientId()).orElseThrow();
    }
}
