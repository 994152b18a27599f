package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.TestSettings;

class TemplateFilesTest {
    @TempDir
    Path overlay;

    @Test
    void the_operators_file_comes_before_ours_and_a_change_is_seen_at_once() throws Exception {
        TemplateFiles files = new TemplateFiles(TestSettings.of("postern.templates", overlay.toString()));
        String ours = files.text("mail/en/posted.txt").orElseThrow();
        Files.createDirectories(overlay.resolve("mail/en"));
        Files.writeString(overlay.resolve("mail/en/posted.txt"), "theirs");
        assertThat(files.text("mail/en/posted.txt")).contains("theirs").isNotEqualTo(ours);
        assertThat(files.text("mail/en/received.txt")).isPresent();
        assertThat(files.text("mail/xx/posted.txt")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "mail/../../secret", "/etc/passwd", "mail/./x"})
    void no_path_leads_out_of_the_folder(String path) {
        TemplateFiles files = new TemplateFiles(TestSettings.of());
        assertThatThrownBy(() -> files.text(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
