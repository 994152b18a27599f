package org.postern.compose;

import java.time.Clock;
import java.time.LocalDate;
import org.postern.TestSettings;
import org.postern.letter.AccessTokens;
import org.postern.letter.Contacts;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.MailCounts;
import org.postern.notice.Outbox;

/** The step that sends and confirms, for tests of other steps and nouns. */
public final class TestSending {
    private final SendLetter sendLetter;
    private final Letters letters;
    private final AccessTokens tokens;

    public TestSending(
            Letters letters,
            Contacts contacts,
            MailCounts mailCounts,
            AccessTokens tokens,
            Outbox outbox,
            Clock clock) {
        this.letters = letters;
        this.tokens = tokens;
        this.sendLetter = new SendLetter(letters, contacts, mailCounts, tokens, outbox, TestSettings.of(), clock);
    }

    public void send(Letter letter, String email, Keeping keeping) {
        sendLetter.send(letter, typed(email, keeping));
    }

    /** The same letter to another address. */
    public void sendInstead(Letter letter, String email, Keeping keeping) {
        sendLetter.sendInstead(letter, typed(email, keeping));
    }

    /** With the day it is to wait for. */
    public void send(Letter letter, String email, LocalDate notBefore) {
        sendLetter.send(letter, typed(email, Keeping.UNTIL_POSTED).waitingFor(notBefore.toString()));
    }

    /** The same letter with another day, or none. */
    public void sendInstead(Letter letter, String email, String notBefore) {
        sendLetter.sendInstead(letter, typed(email, Keeping.UNTIL_POSTED).waitingFor(notBefore));
    }

    public boolean isSentSo(Letter letter, String email, String notBefore) {
        return sendLetter.isSentSo(letter, typed(email, Keeping.UNTIL_POSTED).waitingFor(notBefore));
    }

    public boolean isSentSo(Letter letter, String email, Keeping keeping) {
        return sendLetter.isSentSo(letter, typed(email, keeping));
    }

    /** By a link as the mail carries it. */
    public void confirm(Letter letter) {
        String token = tokens.mintConfirmation(letter).text();
        // In the product it was mailed long before.
        letters.flush();
        confirm(letter, token);
    }

    public void confirm(Letter letter, String token) {
        sendLetter.confirm(letter, token);
    }

    private static Typed typed(String email, Keeping keeping) {
        return new Typed(
                "Dear Erika",
                "Marta",
                "en",
                email,
                keeping == Keeping.UNTIL_POSTED,
                keeping == Keeping.FOR_A_REPLY,
                "",
                "",
                null);
    }
}
