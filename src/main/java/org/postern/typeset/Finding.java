package org.postern.typeset;

import java.util.Locale;

/**
 * Why a manuscript cannot be printed as it stands. Nothing is ever replaced silently, so each finding blocks.
 *
 * @param field {@code body}, {@code signature}, {@code addressLines[2]}, {@code returnLine}, {@code reference},
 *     {@code photo}, {@code pictures[0]} or {@code stationery}
 * @param offset index of the character in that field, in UTF-16 units; -1 when the whole field is meant
 * @param codePoint the character; -1 when none is meant
 * @param detail a limit, a name or the characters around the place, for the message; may be empty
 */
public record Finding(Kind kind, String field, int offset, int codePoint, String detail) {

    /** The sorts of findings; each has one message a locale. */
    public enum Kind {
        /** No font at hand has this character. */
        NO_FONT("no font has this character"),
        /** Half a surrogate pair, a noncharacter, private use, a turned direction: not text. */
        NOT_TEXT("not a character that can be printed"),
        /** The field is longer than any letter. */
        TOO_LONG("longer than can be printed"),
        /** A letter with so many combining marks that they would cover other lines. */
        TOO_MANY_MARKS("too many combining marks on one letter"),
        TOO_MANY_PAGES("more pages than can be printed"),
        ADDRESS_DOES_NOT_FIT("the address does not fit the window"),
        ADDRESS_MISSING("this stationery needs an address"),
        RETURN_LINE_DOES_NOT_FIT("the return line is too long"),
        UNKNOWN_STATIONERY("there is no such stationery"),
        /** Nothing to print. */
        EMPTY("the letter has no text");

        private final String english;

        Kind(String english) {
            this.english = english;
        }
    }

    static Finding whole(Kind kind, String field, String detail) {
        return new Finding(kind, field, -1, -1, detail);
    }

    /** The character itself, or an empty string. Half a surrogate pair is not shown. */
    public String character() {
        boolean shown = codePoint >= 0 && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
        return shown ? Character.toString(codePoint) : "";
    }

    /** ISO 15924 code of the character's script, such as {@code Hani}; empty for emoji and what all scripts share. */
    public String script() {
        return codePoint < 0 ? "" : Scripts.code(codePoint);
    }

    /** One English line, for the command line and logs; of a missing font it says which to bring and where to. */
    public String line() {
        var line = new StringBuilder(field);
        if (offset >= 0) {
            line.append(" at ").append(offset);
        }
        line.append(": ").append(kind.english);
        if (codePoint >= 0) {
            line.append(' ').append(character()).append(String.format(Locale.ROOT, " (U+%04X", codePoint));
            line.append(script().isEmpty() ? ")" : ", " + Scripts.english(script()) + " script)");
        }
        if (!detail.isEmpty()) {
            line.append(", ").append(detail.replaceAll("\\s+", " "));
        }
        if (kind == Kind.NO_FONT) {
            line.append("; ").append(remedy(codePoint));
        }
        return line.toString();
    }

    /** How a character becomes one that can be printed. */
    static String remedy(int codePoint) {
        return "put a TrueType font such as " + Scripts.noto(codePoint) + " into a folder of postern.fonts";
    }
}
