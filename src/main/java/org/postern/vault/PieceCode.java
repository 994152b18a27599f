package org.postern.vault;

import java.util.Optional;

/**
 * The 12-character code of one piece of post, on cover sheet, manifest and separators, never on a prisoner's page. Not a
 * secret. The last symbol checks the others: a slip of one symbol or two exchanged is refused, not taken for another.
 *
 * @param symbols 12 symbols of Crockford's base 32, without hyphens
 */
public record PieceCode(String symbols) {
    private static final int LENGTH = 12;

    public PieceCode {
        if (!Crockford.read(symbols, LENGTH).equals(Optional.of(symbols)) || Crockford.checksum(symbols) != 0) {
            throw new IllegalArgumentException("not a piece code: " + symbols);
        }
    }

    public static PieceCode random() {
        String symbols = Crockford.random(LENGTH - 1);
        return new PieceCode(symbols + Crockford.checkSymbol(symbols));
    }

    /** Reads it however it was typed or scanned; empty if it cannot be one. */
    public static Optional<PieceCode> parse(String typed) {
        return Crockford.read(typed, LENGTH)
                .filter(symbols -> Crockford.checksum(symbols) == 0)
                .map(PieceCode::new);
    }

    /** @return whether it has the length and symbols of a code and is none: one symbol is wrong, or two are exchanged */
    public static boolean isMistyped(String typed) {
        return Crockford.read(typed, LENGTH)
                .filter(symbols -> Crockford.checksum(symbols) != 0)
                .isPresent();
    }

    /** {@code XXXX-XXXX-XXXX}. */
    public String text() {
        return Crockford.grouped(symbols, 4);
    }

    @Override
    public String toString() {
        return text();
    }
}
