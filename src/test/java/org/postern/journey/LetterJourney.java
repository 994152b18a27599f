package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.typeset.PrintedLetters;
import org.postern.typeset.PrintedPage;

/** The whole way of a letter, by the people on it, on PostgreSQL. */
@ExtendWith(World.Shared.class)
class LetterJourney {
    private static final String TO_VERA = "/en/people/vera-solodova/letter";
    private static final String TO_THE_JUDGE = "/en/officials/arkady-primerov/letter";

    private static RunningPostern postern;
    private static Chromium chromium;

    @BeforeAll
    static void open(World world) {
        postern = world.postern();
        chromium = world.chromium();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("a prisoner", TO_VERA, true, true),
                Arguments.of("a prisoner", TO_VERA, true, false),
                Arguments.of("a prisoner", TO_VERA, false, true),
                Arguments.of("a prisoner", TO_VERA, false, false),
                Arguments.of("an official", TO_THE_JUDGE, true, true),
                Arguments.of("an official", TO_THE_JUDGE, true, false),
                Arguments.of("an official", TO_THE_JUDGE, false, true),
                Arguments.of("an official", TO_THE_JUDGE, false, false));
    }

    @ParameterizedTest(name = "a letter to {0}, JavaScript {2}, e-mail {3}")
    @MethodSource("ways")
    void a_letter_is_written_confirmed_read_printed_posted_and_its_writer_told(
            String whom, String path, boolean javaScript, boolean email) throws IOException {
        Deeds deeds = new Deeds(postern, chromium, javaScript ? 1280 : 390, javaScript);
        String mark = "цапля номер " + path.length() + javaScript + email;
        String address = email ? "w" + mark.hashCode() + "@example.org" : "";

        Page writer =
                deeds.write(path, "Здравствуйте!\n\nСегодня на крыше сидела " + mark + ".", "Марта", "ru", address);
        deeds.press(writer, "See the page");
        deeds.see(writer, "Nothing stops this letter");
        Chromium.shot(writer, "writing-desk-" + (javaScript ? 1280 : 390));
        deeds.press(writer, "Send to our readers");
        String myPage = email ? confirm(deeds, writer, address) : keepTheCode(deeds, writer);

        deeds.approveUntil(mark);
        writer.navigate(myPage);
        deeds.see(writer, "Ready to print");

        long before = postedIn(deeds);
        Deeds.Stack stack = deeds.claim("RU", mark);
        Page batch = stack.page();
        letterStandsInPdf(stack.pdf(), mark, path.equals(TO_THE_JUDGE));
        if (!path.equals(TO_THE_JUDGE)) {
            addressStandsOnTheList(deeds.download(batch, "addresses.pdf"));
            batch.reload();
        }
        Chromium.shot(batch, "batch-" + (javaScript ? 1280 : 390));
        batch.locator("button[formaction$='/printing'][value=all]").click();
        batch.locator("button[formaction$='/posting'][value=all]").click();
        deeds.see(batch, "osted");

        writer.navigate(myPage);
        deeds.see(writer, "Posted on");
        Chromium.shot(writer, "status-" + (javaScript ? 1280 : 390));
        if (email) {
            assertThat(deeds.linkInMail(writer, address, "left us")).contains("/messages/");
        }
        assertThat(postedIn(deeds)).isGreaterThan(before);
    }

    /** Opening the link spends nothing; the button confirms; a second press changes nothing. */
    private static String confirm(Deeds deeds, Page writer, String address) {
        deeds.see(writer, "in your mailbox");
        String link = deeds.linkInMail(writer, address, "onfirm");
        writer.navigate(postern.origin() + link.replace(postern.origin(), ""));
        writer.reload();
        deeds.press(writer, "Yes, send it on its way");
        deeds.see(writer, "Received");
        return writer.url();
    }

    private static String keepTheCode(Deeds deeds, Page writer) {
        deeds.see(writer, "Your code, shown once");
        String code = writer.locator(".once").innerText();
        writer.navigate(postern.origin() + "/en/mine");
        writer.locator("#code").fill(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        deeds.press(writer, "Open");
        deeds.see(writer, "Received");
        return writer.url();
    }

    private static long postedIn(Deeds deeds) {
        Page page = deeds.lookInAs("organiser");
        page.navigate(postern.origin() + "/desk/numbers");
        Chromium.shot(page, "numbers");
        String csv = page.context()
                .request()
                .get(postern.origin() + "/desk/numbers.csv")
                .text();
        return Counts.sum(csv, "posted");
    }

    /** The official's window shows the whole address and nothing else; the colony's rules allow no window. */
    private static void letterStandsInPdf(byte[] pdf, String mark, boolean window) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Integer> firstPages = PrintedLetters.firstPages(document, window ? "din5008b" : "plain");
            List<Integer> pages = PdfText.pagesWith(document, mark);
            assertThat(pages).as("pages with the letter").hasSize(1);
            assertThat(firstPages).contains(pages.get(0));
            assertThat(PrintedPage.of(document, pages.get(0) + 1).isBlank())
                    .as("the back of its one page is empty")
                    .isTrue();
            if (window) {
                for (int page : firstPages) {
                    assertThat(PrintedPage.of(document, page).shownWholeIn(PrintedPage.DIN_5008_B))
                            .startsWith("Postern (sample), Postfach 0, 00000 Berlin")
                            .endsWith("РОССИЯ / RUSSLAND");
                }
                assertThat(PrintedPage.of(document, pages.get(0)).shownWholeIn(PrintedPage.DIN_5008_B))
                        .containsExactly(
                                "Postern (sample), Postfach 0, 00000 Berlin",
                                "Аркадий Павлович Примеров",
                                "Примерный суд (образец)",
                                "пл. Образцовая, 2",
                                "г. Образец, Примерная область",
                                "000002",
                                "РОССИЯ / RUSSLAND");
            } else {
                assertThat(PdfText.of(document, pages.get(0)))
                        .as("no address on the sheet")
                        .doesNotContain("Солодова", "000097");
            }
        }
    }

    private static void addressStandsOnTheList(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(PdfText.pagesWith(document, "000097")).isNotEmpty();
        }
    }

    @Test
    void an_english_letter_to_a_russian_colony_goes_through_a_translator_and_a_second_reader() throws IOException {
        Deeds deeds = new Deeds(postern, chromium, 1280, true);
        Page writer = deeds.write(TO_VERA, "Dear Vera,\n\nThe zebra finch sang at noon.", "Marta", "en", "");
        deeds.press(writer, "Send to our readers");
        String myPage = keepTheCode(deeds, writer);
        deeds.approveUntil("zebra finch");
        writer.navigate(myPage);
        deeds.see(writer, "Read and approved");
        new Translators(postern, deeds)
                .translateUntil("zebra finch", "Дорогая Вера!", "Зебровая амадина пела в полдень.");
        writer.navigate(myPage);
        deeds.see(writer, "Ready to print");
        letterStandsInPdf(deeds.claim("RU", "амадина").pdf(), "амадина", false);
    }

    @Test
    void a_reader_asks_for_changes_and_the_writer_sends_it_again() {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Здравствуйте! Мой телефон 030 5550142, кобальт.", "Олег", "ru", "");
        deeds.press(writer, "Send to our readers");
        String myPage = keepTheCode(deeds, writer);
        new Readers(postern, deeds).askForChanges("кобальт", "Please leave out the number.");
        writer.navigate(myPage);
        deeds.see(writer, "Please leave out the number.");
        writer.locator("a.button.primary").first().click();
        writer.locator("#body").fill("Здравствуйте! Кобальт синий.");
        deeds.press(writer, "Send it to our readers again");
        deeds.see(writer, "with our readers again");
    }

    @Test
    void a_writer_takes_a_letter_back() {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Здравствуйте, это передумано.", "Олег", "ru", "");
        deeds.press(writer, "Send to our readers");
        writer.navigate(keepTheCode(deeds, writer));
        deeds.press(writer, "Take my letter back");
        deeds.see(writer, "Your words are erased");
    }

    @Test
    void everything_wrong_is_said_at_once_and_nothing_typed_is_lost() {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Heron \uD83E\uDEB4 and the war", "", "en", "not an address");
        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "3 things stop this letter");
        assertThat(writer.locator("#body").inputValue()).isEqualTo("Heron \uD83E\uDEB4 and the war");
        assertThat(writer.locator("#email").inputValue()).isEqualTo("not an address");
        Chromium.shot(writer, "writing-desk-wrong-390");
    }
}
