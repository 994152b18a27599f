package org.postern.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestSettings;
import org.postern.notice.NoticeKind;
import org.postern.web.Languages;
import org.postern.web.TemplateFiles;

/** Whoever reads over a writer's shoulder learns nothing, whichever language somebody adds. */
class MailTemplatesTest {
    private static final Path MAILS = Path.of("templates/mail");

    /** As the beginning of a word, in any case; "Brief" and "carta" are short enough to stand alone. */
    private static final List<String> NOT_HERE = List.of(
            "letter",
            "prison",
            "inmate",
            "detain",
            "jail",
            "colony",
            "sentence",
            "polit",
            "campaign",
            "petition",
            "письм",
            "тюрьм",
            "тюрем",
            "заключ",
            "колони",
            "полит",
            "кампан",
            "петиц",
            "carta",
            "cárcel",
            "prisión",
            "preso",
            "presa",
            "campaña",
            "petición",
            "lettre",
            "prisonn",
            "campagne",
            "pétition",
            "brief",
            "gefängnis",
            "häftling",
            "gefangen",
            "kampagne",
            "نامه",
            "زندان",
            "کارزار");

    @Test
    void english_tells_every_notice() {
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(MAILS.resolve("en").resolve(kind.file() + ".txt")).exists();
        }
    }

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(MAILS)) {
            return all.filter(file -> file.toString().endsWith(".txt")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_is_neutral_and_whole(Path file) throws IOException {
        String text = Files.readString(file);
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : NOT_HERE) {
            assertThat(Pattern.compile("(?<!\\p{L})" + Pattern.quote(word), Pattern.UNICODE_CASE)
                            .matcher(lower)
                            .find())
                    .as("\"%s\" in %s", word, file)
                    .isFalse();
        }
        assertThat(Languages.TAGS).contains(MAILS.relativize(file).getName(0).toString());
        assertThat(text).startsWith("Subject: ").doesNotContain("\r");
        assertThat(text.lines().skip(1).findFirst()).contains("");
        assertThat(text.lines()).allMatch(line -> line.length() <= 76);
        assertThat(text.lines().filter("{link}"::equals)).hasSize(1);
        assertThat(text.replace("{link}", "").replace("{until}", "").replace("{days}", ""))
                .doesNotContain("{", "}");
        assertThat(text.contains("{days}")).isEqualTo(file.endsWith("late.txt"));
        boolean ends = file.endsWith("confirm.txt") || file.endsWith("changes-asked.txt");
        assertThat(text.contains("{until}")).isEqualTo(ends);
    }

    @Test
    void a_locale_without_a_file_is_told_in_english() {
        var settings = TestSettings.of("postern.zone", "Europe/Berlin");
        MailTexts texts = new MailTexts(new TemplateFiles(settings), settings);
        Mail mail = texts.render(
                NoticeKind.CONFIRM,
                "xx",
                new MailTexts.Facts(
                        "https://post.example/en/confirmations/abc", Instant.parse("2026-11-29T23:30:00Z"), 0));
        assertThat(mail.subject()).isEqualTo("Your message: one more step");
        assertThat(mail.body())
                .contains("\nhttps://post.example/en/confirmations/abc\n", "until 30 November 2026.")
                .doesNotContain("{");
    }
}
