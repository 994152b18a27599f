package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder = Path.of("");

    private int run(String... arguments) {
        return Cli.run(List.of(arguments), new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @Test
    void the_sample_of_the_documentation_is_set() throws IOException {
        Path out = folder.resolve("out.pdf");

        assertThat(run("src/docs/sample/manuscript.json", out.toString())).isZero();
        assertThat(SampleLetters.read(Files.readAllBytes(out))).contains("Дорогой Арсений!");
        assertThat(errors.size()).isZero();
    }

    @Test
    void an_objection_is_a_line_each_and_exit_2() throws IOException {
        Path source = folder.resolve("m.json");
        Files.writeString(
                source,
                "{\"stationery\":\"plain\",\"language\":\"ru\",\"date\":\"2026-11-20\",\"body\":\"Привет 漢字\","
                        + "\"signature\":\"М\"}");
        Path out = folder.resolve("out.pdf");

        assertThat(run(source.toString(), out.toString())).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("body at "));
        assertThat(out).doesNotExist();
    }

    @Test
    void a_manuscript_that_cannot_be_read_says_why_and_exits_1() throws IOException {
        Path source = folder.resolve("m.json");
        Files.writeString(source, "{\"stationery\":\"plain\",\"langage\":\"ru\"}");

        assertThat(run(source.toString(), "out.pdf")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("langage");
        assertThat(run()).isEqualTo(1);
    }
}
