package org.postern.typeset;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it has pages.
 *
 * @param stationery name of a folder in {@code templates/stationery}
 * @param language BCP 47 tag of the body ({@code IllegalArgumentException} for anything else): line breaks, the date, "page 1 of 2"
 * @param date the day that stands on the letter
 * @param returnLine the sender's line above the address; printed where the stationery has a window
 * @param addressLines the recipient's address, at most 6 lines; printed where the stationery has a window
 * @param body paragraphs between blank lines, {@code *emphasis*}, {@code **strong**}, lists ({@code -}, {@code *}, {@code 1.}),
 *     {@code >} quotes, {@code ***} alone as a scene break; a single line end stays a line end; {@code ![caption](photo)} alone
 *     in a paragraph is where the photo stands; anything else of Markdown and all HTML is plain text
 * @param signature the signed name; may be empty
 * @param photo printed after the signature unless the body places it; at most 10 × 15 cm
 * @param reference stands at the foot of every page, such as the prisoner's number where mail is scanned
 * @param pictures more photos and drawings, in the order of the body's numbers
 * @param translated where the body is a translation; null where it is what was written
 */
public record Manuscript(
        String stationery,
        String language,
        LocalDate date,
        @Nullable String returnLine,
        List<String> addressLines,
        String body,
        String signature,
        @Nullable Photo photo,
        @Nullable String reference,
        List<Picture> pictures,
        @Nullable Translated translated) {

    /**
     * What a line under the letter tells: volunteers translated it.
     *
     * @param from BCP 47 of what was written
     * @param original as it was written, to be printed after its translation; empty: it is not printed
     */
    public record Translated(String from, String original) {
        /** A photo is printed once, in the translation. */
        private static final String PHOTO = "(?m)^!\\[[^\\]\n]*\\]\\(photo[^)\n]*\\)[ \t]*$";

        String withoutPhoto() {
            return original.replaceAll(PHOTO, "");
        }
    }

    public Manuscript {
        if (language.length() > 35 || !language.matches("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")) {
            throw new IllegalArgumentException("not a language tag: " + language);
        }
        addressLines = List.copyOf(addressLines);
        pictures = List.copyOf(pictures);
    }

    /** A letter in the words of its writer. */
    public Manuscript(
            String stationery,
            String language,
            LocalDate date,
            @Nullable String returnLine,
            List<String> addressLines,
            String body,
            String signature,
            @Nullable Photo photo,
            @Nullable String reference,
            List<Picture> pictures) {
        this(stationery, language, date, returnLine, addressLines, body, signature, photo, reference, pictures, null);
    }

    /** A letter with one photo at most. */
    public Manuscript(
            String stationery,
            String language,
            LocalDate date,
            @Nullable String returnLine,
            List<String> addressLines,
            String body,
            String signature,
            @Nullable Photo photo,
            @Nullable String reference) {
        this(stationery, language, date, returnLine, addressLines, body, signature, photo, reference, List.of());
    }

    /** The same letter on another stationery. */
    public Manuscript on(String otherStationery) {
        return new Manuscript(
                otherStationery,
                language,
                date,
                returnLine,
                addressLines,
                body,
                signature,
                photo,
                reference,
                pictures,
                translated);
    }

    /** The same letter, which is a translation, or is none: null. */
    public Manuscript translated(@Nullable Translated of) {
        return new Manuscript(
                stationery, language, date, returnLine, addressLines, body, signature, photo, reference, pictures, of);
    }

    /** What was written, to be set in its own language after its translation; null where it is not printed. */
    @Nullable
    Manuscript original() {
        return translated == null || translated.original().isBlank()
                ? null
                : new Manuscript(
                        stationery,
                        translated.from(),
                        date,
                        null,
                        List.of(),
                        translated.withoutPhoto(),
                        signature,
                        null,
                        null);
    }

    Manuscript withWords(String otherBody, String otherSignature) {
        return new Manuscript(
                stationery,
                language,
                date,
                returnLine,
                addressLines,
                otherBody,
                otherSignature,
                photo,
                reference,
                List.of(),
                translated);
    }
}
