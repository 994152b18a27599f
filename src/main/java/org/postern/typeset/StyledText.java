package org.postern.typeset;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/**
 * One paragraph: spans of text, each in one style, NFC and without control characters; {@code \n} is a forced line end.
 */
record StyledText(List<Span> spans) {

    /** Shows only where a line ends at it. */
    static final char SOFT_HYPHEN = '\u00AD';

    record Span(String text, FontStyle style) {}

    static StyledText of(String text, FontStyle style) {
        return new StyledText(List.of(new Span(clean(text), style)));
    }

    static StyledText of(List<Span> spans) {
        var clean = new ArrayList<Span>();
        spans.forEach(span -> clean.add(new Span(clean(span.text()), span.style())));
        return new StyledText(List.copyOf(clean));
    }

    String text() {
        var text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    /** Tabs are spaces, line and paragraph separators are line ends, other controls go, and soft hyphens but between letters; then NFC. */
    static String clean(String raw) {
        var text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\t') {
                text.append(' ');
            } else if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                text.append('\n');
            } else if (c == '\r') {
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    text.append('\n');
                }
            } else if (c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && c != 0xFEFF) {
                if (c != SOFT_HYPHEN || betweenLetters(text, raw, i)) {
                    text.append(c);
                }
            }
        }
        return Normalizer2.getNFCInstance().normalize(text);
    }

    private static boolean betweenLetters(StringBuilder before, String raw, int at) {
        return before.length() > 0
                && Character.isLetter(before.charAt(before.length() - 1))
                && at + 1 < raw.length()
                && Character.isLetter(raw.charAt(at + 1));
    }
}
