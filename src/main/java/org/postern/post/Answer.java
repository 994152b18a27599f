package org.postern.post;

/** What a scan is told, {@code scan.answer.<name>}; as text, sign and colour. */
public enum Answer {
    DONE("good", "✓"),
    /** Done before: nothing was changed. */
    TWICE("late", "="),
    /** A person has to say something first. */
    ASK("late", "?"),
    /** Right here, at the wrong time: not marked printed yet. */
    NOT_PRINTED("late", "!"),
    NOT_POSTED("late", "!"),
    /** Its paper was spoiled or jammed, and nobody said that it is printed once more. */
    AGAIN("late", "!"),
    /** A posting that was taken back. */
    UNDONE("good", "↶"),
    /** The time for that is over, or its writer has been told. */
    NOT_UNDONE("late", "!"),
    /** Its writer or an organiser wants it out of the stack; nobody said yet that it is. */
    REMOVE("blocks", "✕"),
    /** It left its batch, withdrawn, held or given back: its paper must not go anywhere. */
    OUT("blocks", "✕"),
    UNKNOWN("blocks", "✕"),
    /** One symbol is wrong. */
    MISTYPED("blocks", "✕"),
    NO_CODE("blocks", "✕"),
    NOT_YOURS("blocks", "✕");

    private final String tone;
    private final String sign;

    Answer(String tone, String sign) {
        this.tone = tone;
        this.sign = sign;
    }

    public String tone() {
        return tone;
    }

    public String sign() {
        return sign;
    }
}
