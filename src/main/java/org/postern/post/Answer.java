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
