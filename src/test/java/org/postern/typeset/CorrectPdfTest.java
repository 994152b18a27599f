package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectPdfTest {

    @ParameterizedTest
    @CsvFileSource(resources = "scripts.csv", delimiter = '|')
    void a_letter_in_any_script_is_pdf_a_and_pdf_ua(String language, String text) {
        String body = (text + " *" + text + "* **" + text + "**\n\n").repeat(40);
        Typesetting set = SampleLetters.set(SampleLetters.windowed(language, SampleLetters.ADDRESS, body));

        assertThat(set.findings()).isEmpty();
        assertThat(set.pages()).isGreaterThan(1);
        assertThat(VeraPdf.findings(set.pdf())).isEmpty();
    }
}
