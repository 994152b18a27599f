package org.postern.vault;

import com.google.crypto.tink.subtle.Random;
import java.util.Locale;
import java.util.Optional;

/** Base 32 as Douglas Crockford wrote it down for people who read codes aloud: no I, L, O, U. */
final class Crockford {
    static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (byte b : Random.randBytes(length)) {
            text.append(SYMBOLS.charAt(b & 31)); // 256 is a multiple of 32: no symbol is likelier
        }
        return text.toString();
    }

    /** Reads what a person typed: any case, O for 0, I and L for 1, spaces, hyphens and dashes anywhere. */
    static Optional<String> read(String typed, int length) {
        String symbols = typed.replaceAll("[\\s\\p{Pd}\\u00a0]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean all = symbols.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0);
        return all && symbols.length() == length ? Optional.of(symbols) : Optional.empty();
    }

    /** Hyphens between groups of so many. */
    static String grouped(String symbols, int group) {
        return symbols.replaceAll("(.{" + group + "})(?=.)", "$1-");
    }

    /**
     * A checksum in the field of 32 elements: 0 when the last symbol is the right one. Each position weighs differently, so
     * one wrong symbol, or any two exchanged, never go unnoticed.
     */
    static int checksum(String symbols) {
        int sum = 0;
        for (int i = 0; i < symbols.length(); i++) {
            sum = twice(sum) ^ SYMBOLS.indexOf(symbols.charAt(i));
        }
        return sum;
    }

    /** The symbol that, appended, makes the checksum 0. */
    static char checkSymbol(String symbols) {
        return SYMBOLS.charAt(twice(checksum(symbols)));
    }

    private static int twice(int element) {
        int doubled = element << 1;
        return doubled < 32 ? doubled : doubled ^ 0b100101; // x^5 + x^2 + 1
    }
}
