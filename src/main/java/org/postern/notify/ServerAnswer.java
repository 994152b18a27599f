package org.postern.notify;

/**
 * What came of handing one mail to the mail server.
 *
 * @param words what the server said, without any address or link; empty when it took the mail
 */
record ServerAnswer(Verdict verdict, String words) {
    enum Verdict {
        /** It answers for the mail from now on. */
        TAKEN,
        /** It is away, too busy, or lets us not in: 4xx, a time-out, a refused connection, a wrong password. */
        NOT_NOW,
        /** It will never take this mail: 5xx. */
        NEVER
    }

    static final ServerAnswer TAKEN = new ServerAnswer(Verdict.TAKEN, "");
}
