package org.postern.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.postern.typeset.PageChoice.Sides;

/** A file of a batch's set, in the order of the work; words {@code print.set.<word>}. */
public enum SetFile {
    COVER(Sides.BOTH),
    LETTERS(Sides.BOTH),
    /** Of the frozen letters too, for printers of other kinds. */
    LETTERS_ONE_SIDED(Sides.ONE),
    LETTERS_FRONTS(Sides.FRONTS),
    LETTERS_BACKS(Sides.BACKS),
    REPLY_SHEETS(Sides.BOTH),
    /** Nothing is ever printed on the back of an envelope or a label. */
    RETURN_ENVELOPES(Sides.ONE),
    ENVELOPES(Sides.ONE),
    LABELS(Sides.ONE),
    ADDRESSES(Sides.BOTH),
    MANIFEST(Sides.BOTH),
    SLIPS(Sides.ONE),
    /** Chosen letters once more. */
    AGAIN(Sides.BOTH);

    /** The only one that is not for a printer. */
    public static final String MANIFEST_CSV = "manifest.csv";

    private final Sides sides;

    SetFile(Sides sides) {
        this.sides = sides;
    }

    /** @param name such as {@code cover.pdf} */
    static Optional<SetFile> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.fileName().equals(name))
                .findFirst();
    }

    /** @return in keys and in the audit, such as {@code reply-sheets} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String fileName() {
        return word() + ".pdf";
    }

    Sides sides() {
        return sides;
    }

    /** @return whether it is the frozen letters, or some of their pages */
    boolean isOfTheLetters() {
        return this == LETTERS || this == LETTERS_ONE_SIDED || this == LETTERS_FRONTS || this == LETTERS_BACKS;
    }

    /** @return whether it goes into the printer as an envelope does */
    boolean isFed() {
        return this == ENVELOPES || this == RETURN_ENVELOPES;
    }
}
