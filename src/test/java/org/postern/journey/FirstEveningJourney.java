package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** What somebody sees who starts Postern for the first time, on the embedded database, as the README's first command. */
class FirstEveningJourney {

    @Test
    void a_newcomer_starts_it_signs_in_with_a_printed_password_and_prints_what_is_ready() throws IOException {
        try (RunningPostern postern = RunningPostern.onH2(Map.of());
                Chromium chromium = Chromium.start()) {
            Deeds deeds = new Deeds(postern, chromium, 1280, true);
            Page page = deeds.somebody();
            page.navigate(postern.origin() + "/desk");
            page.locator("#name").fill("Priya");
            page.locator("input[type=password]").fill(passwordOf("printer Priya", postern.log()));
            page.locator("form:has(#password) button").click();
            deeds.see(page, "What waits for you, Priya");
            Chromium.shot(page, "desk-printer-1280");
            Deeds.Stack stack = deeds.claim("RU", "SAMPLE");
            assertThat(names(deeds.downloadAll(stack.page())))
                    .anyMatch(name -> name.matches("B[0-9]{4}/readme.txt"))
                    .anyMatch(name -> name.matches("B[0-9]{4}/cover.pdf"))
                    .anyMatch(name -> name.matches("B[0-9]{4}/letters.pdf"));
            try (PDDocument pdf = Loader.loadPDF(stack.pdf())) {
                assertThat(pdf.getNumberOfPages() % 2).isZero();
                assertThat(PdfText.of(pdf, 1)).contains("SAMPLE");
                assertThat(PdfText.pagesWith(pdf, "SAMPLE")).isNotEmpty();
            }
        }
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String passwordOf(String account, String log) {
        var found = Pattern.compile("staff account: " + account + " (\\S+)").matcher(log);
        assertThat(found.find()).as("the account's line in\n" + log).isTrue();
        return found.group(1);
    }
}
