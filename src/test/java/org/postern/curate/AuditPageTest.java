package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.curate.AuditPage.Line;
import org.postern.web.Views;

class AuditPageTest {
    private static final Pattern RECORDED = Pattern.compile("audit\\.record\\((.*?)\\);", Pattern.DOTALL);
    private static final Pattern DEED = Pattern.compile("\"((?!postern)[a-z-]+\\.[a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "es", "fr", "de", "fa"})
    void every_deed_is_said_in_words(String language) throws IOException {
        Set<String> deeds = deeds();
        List<Line> lines = deeds.stream()
                .map(deed -> new Line(Instant.EPOCH, "Marta", deed, "an id", "CODE 2"))
                .toList();
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "curate/audit.jte",
                        Map.of("view", Views.of(language, true, "admin"), "page", new AuditPage.Model(lines, null)),
                        html);
        assertThat(Jsoup.parse(html.toString()).select("tbody td:nth-child(3)").eachText())
                .hasSize(deeds.size())
                .doesNotContainAnyElementsOf(deeds);
    }

    @Test
    void the_deeds_are_found_where_they_are_recorded() throws IOException {
        assertThat(deeds()).contains("letter.group", "letter.refused", "site.added", "site.saved", "ledger.exported");
    }

    private static Set<String> deeds() throws IOException {
        Set<String> deeds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                RECORDED.matcher(Files.readString(file))
                        .results()
                        .flatMap(call -> DEED.matcher(call.group(1)).results())
                        .forEach(found -> deeds.add(Objects.requireNonNull(found.group(1))));
            }
        }
        return deeds;
    }
}
