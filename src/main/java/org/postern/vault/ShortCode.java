package org.postern.vault;

import java.util.Optional;

/**
 * The 10-character code that a writer without e-mail notes down. It has 50 bits, too few for a bare hash: store {@code
 * vault.blindIndex("short code", code.symbols())}.
 *
 * @param symbols 10 symbols of Crockford's base 32, without hyphen
 */
public record ShortCode(String symbols) {
    private static final int LENGTH = 10;

    public ShortCode {
        if (!Crockford.read(symbols, LENGTH).equals(Optional.of(symbols))) {
            throw new IllegalArgumentException("not a short code");
        }
    }

    public static ShortCode random() {
        return new ShortCode(Crockford.random(LENGTH));
    }

    /** Reads it however it was typed; empty if it cannot be one. */
    public static Optional<ShortCode> parse(String typed) {
        return Crockford.read(typed, LENGTH).map(ShortCode::new);
    }

    /** {@code XXXXX-XXXXX}. */
    public String text() {
        return Crockford.grouped(symbols, 5);
    }

    /** Not the code: it is a secret, and this lands in logs. */
    @Override
    public String toString() {
        return "ShortCode";
    }
}
