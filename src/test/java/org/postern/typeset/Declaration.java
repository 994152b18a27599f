package org.postern.typeset;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The Universal Declaration of Human Rights in one language.
 *
 * @param code of its file, such as {@code rus} or {@code cmn_hans}
 * @param language BCP 47
 * @param name of the language in English
 * @param script ISO 15924, of most of its letters
 * @param paragraphs headings among them
 */
record Declaration(
        String code, String language, String name, String script, boolean rightToLeft, List<String> paragraphs) {

    /** All of a folder, by code. */
    static List<Declaration> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(Declaration::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Declaration read(Path file) {
        try {
            Document html = Jsoup.parse(Files.readString(file));
            Element root = html.body().parents().get(0);
            List<String> paragraphs = html.body().select("h1, h2, p").stream()
                    .map(Element::wholeText)
                    .map(Declaration::printed)
                    .filter(text -> !text.isEmpty())
                    .toList();
            return new Declaration(
                    root.attr("data-code"),
                    root.attr("lang"),
                    html.title(),
                    script(paragraphs),
                    root.attr("dir").equals("rtl"),
                    paragraphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a letter takes of it: no controls, no soft hyphens, single spaces. */
    private static String printed(String text) {
        return Normalizer.normalize(StyledText.clean(text).replace("\u00AD", ""), Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String script(List<String> paragraphs) {
        Map<String, Long> letters = paragraphs.stream()
                .flatMap(text -> text.codePoints().mapToObj(Scripts::code))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    String text() {
        return String.join("\n", paragraphs);
    }

    /** As a letter on the plain sheet; every sign of Markdown is meant as itself. */
    Manuscript letter() {
        String body = String.join("\n\n", paragraphs).replaceAll("[!-/:-@\\[-`{-~]", "\\\\$0");
        return new Manuscript("plain", tag(), SampleLetters.DAY, null, List.of(), body, "", null, null);
    }

    private String tag() {
        return rightToLeft && !new ULocale(language).isRightToLeft() ? language + "-Arab" : language;
    }
}
