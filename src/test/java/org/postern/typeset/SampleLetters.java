package org.postern.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Manuscripts for the tests, and what a reader of the PDF finds in it. */
final class SampleLetters {
    static final Typesetter TYPESETTER = Typesetter.withFonts(List.of(), null, Path.of("target/native"));
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final List<String> ADDRESS = List.of(
            "Водолазов Арсений Ильич, 1999 г. р.",
            "ФКУ СИЗО-9 (образец)",
            "ул. Заречная, д. 1",
            "г. Зареченск, Примерная область, 000000",
            "РОССИЯ / RUSSIA");
    static final List<String> AMERICAN_ADDRESS =
            List.of("John Q. Public, #A-12345", "Sample Unit, 1 Prison Rd", "HUNTSVILLE, TX 77320", "UNITED STATES");
    static final String RUSSIAN =
            "На прошлом уроке мы говорили о реках, которые меняют русло. Один мальчик спросил, знает ли река, что она"
                    + " теперь течёт в другом месте, и называется ли она по-прежнему. Я ответила, что называется"
                    + " по-прежнему. Потом шла домой и думала, что это был лучший вопрос за весь год.";

    private SampleLetters() {}

    static Manuscript plain(String language, String body) {
        return new Manuscript("plain", language, DAY, null, List.of(), body, "Marta", null, null);
    }

    static Manuscript windowed(String language, List<String> address, String body) {
        return new Manuscript(
                "din5008b",
                language,
                DAY,
                "Postern · Postfach 10 20 30 · 10115 Berlin",
                address,
                body,
                "Marta",
                null,
                null);
    }

    static Typesetting set(Manuscript manuscript) {
        return TYPESETTER.set(manuscript, PrintOptions.plain());
    }

    static Window window(String stationery) {
        return Objects.requireNonNull(TYPESETTER.stationery(stationery).window());
    }

    /** The whole text of a PDF, NFC, every white space a single space, divided words whole. */
    static String read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return flat(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of one page, from 1. */
    static String readPage(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return flat(stripper.getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String flat(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\u00AD\\s*", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
