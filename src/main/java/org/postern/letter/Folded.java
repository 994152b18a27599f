package org.postern.letter;

import java.text.Normalizer;
import java.util.Locale;

/** A name or a word as it is compared: whoever types it again may leave out accents, capitals and commas. */
final class Folded {
    private Folded() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Z}\\p{P}\\p{C}]+", "")
                // Up first: ß becomes ss.
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
