package org.postern.letter;

/** A deed that a letter or a batch does not allow now; the message names a page's words, {@code not-now.<what>}. */
public class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Why {
        /** The state does not allow it, mostly because somebody else was faster. */
        STATE,
        /** Another member of staff works on it, or one's own claim ran out. */
        CLAIM,
        /** The words changed since they were read. */
        CHANGED,
        /** The same person may not do both. */
        OWN_WORK,
        /** It is not for this person, whoever wrote it; they are not told why. */
        NOT_YOURS,
        /** Somebody writes to it at this very moment. */
        BUSY
    }

    private final Why why;

    public NotNow(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
