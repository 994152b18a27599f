package org.postern.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.TestFolders;

/**
 * A volunteer's evening: forty letters for three prisons in two countries, a jam at 17, a spoiled sheet, one letter
 * withdrawn and one whose reader is moved meanwhile; 36 are posted by the codes on the printed list, the rest is given back.
 * Then two come back, and one is answered.
 */
@Tag("database")
class EveningJourney {
    private static final int LETTERS = 40;
    private static final int WITHDRAWN = 6;

    private RunningPostern postern;
    private Chromium chromium;
    private Eye eye;
    private Deeds deeds;
    private Page desk;

    @SuppressWarnings("NullAway.Init")
    EveningJourney() {}

    @Test
    void a_volunteer_prints_and_posts_forty_letters_in_one_evening() throws IOException {
        Path files = TestFolders.untilTheEnd("postern-journey-pg-");
        try (EmbeddedPostgres database = Postgres.start(files);
                RunningPostern server = RunningPostern.start(Postgres.settings(database));
                Chromium browser = Chromium.start()) {
            postern = server;
            chromium = browser;
            eye = new Eye(postern.origin());
            deeds = new Deeds(postern, chromium, 1280, true);
            desk = deeds.lookInAs("printer");
            clearTheTable();
            long cleared = postedSoFar();
            long entered = enteredSoFar();
            List<WrittenLetters.Sent> letters = new EveningLetters(
                            TestDatabase.of(database, files), postern.home().resolve("keys"))
                    .approved(LETTERS);

            claimAll();
            Map<String, byte[]> set = unzip(deeds.downloadAll(desk));
            assertThat(set.keySet()).contains("cover.pdf", "letters.pdf", "manifest.pdf", "addresses.pdf");
            print(set);
            desk.reload();
            withdraw(letters.get(WITHDRAWN - 1));
            move();
            printWithAJamAndASpoiledSheet();
            takeOutAndGiveBack();
            List<String> codes = desk.locator("table.stack tr:has(input:not([disabled])) td.code")
                    .allInnerTexts();
            assertThat(codes).hasSize(36);
            scan(Objects.requireNonNull(set.get("manifest.pdf")));
            shut();
            assertThat(postedSoFar() - cleared).isEqualTo(36);
            assertThat(enteredSoFar() - entered).as("letters in the ledger").isEqualTo(36);

            comesBack(codes.get(3), "MOVED");
            comesBack(codes.get(30), "INSUFFICIENT_ADDRESS");
            anAnswerCame(codes.get(12));
            allIsQuiet();
            assertThat(eye.findings()).isEmpty();
        }
    }

    /** What waits in the demo is posted first, so that the stack is ours alone. */
    private void clearTheTable() {
        while (true) {
            desk.navigate(postern.origin() + "/desk/batches");
            Locator pile = pile();
            if (pile.count() == 0) {
                return;
            }
            pile.click();
            desk.waitForURL("**/desk/batches/*");
            deeds.awaitSet(desk);
            deeds.downloadAll(desk);
            desk.reload();
            desk.locator("button[value=all][formaction$='/printing']").click();
            desk.locator("button[value=all][formaction$='/posting']").click();
            deeds.see(desk, "osted");
        }
    }

    private Locator pile() {
        return desk.locator("form[action='/desk/batches']:has(input[value=PLAIN]) button[name=letters]");
    }

    private void claimAll() {
        desk.navigate(postern.origin() + "/desk/batches");
        eye.look(desk, "evening-room", "en", Eye.WIDTHS);
        desk.setViewportSize(1280, 900);
        Locator evening = pile();
        assertThat(evening).hasText("Give me an evening: 40 letters");
        evening.click();
        desk.waitForURL("**/desk/batches/*");
        deeds.awaitSet(desk);
        assertThat(desk.locator("table.stack td.code").count())
                .as(desk.locator("main").innerText())
                .isEqualTo(LETTERS);
        assertThat(desk.locator(".crumbs").first()).containsText("Belarus");
        assertThat(desk.locator(".crumbs").first()).containsText("Russia");
        eye.look(desk, "evening-claimed", "en", Eye.WIDTHS);
        eye.judge(desk, "evening-claimed", Eye.WIDTHS);
        desk.setViewportSize(1280, 900);
    }

    private void withdraw(WrittenLetters.Sent letter) {
        Page writer = deeds.somebody();
        String link = deeds.linkInMail(writer, letter.email(), "has arrived");
        writer.navigate(postern.origin() + link.replace(postern.origin(), ""));
        deeds.press(writer, "Take my letter back");
        deeds.see(writer, "Taken back");
    }

    private void move() {
        Page organiser = deeds.lookInAs("organiser");
        organiser.navigate(postern.origin() + "/desk/people/" + EveningLetters.MOVED);
        Locator form = organiser.locator("form[action$='/move']");
        assertThat(form).containsText("slip");
        form.locator("select[name=to]").selectOption("ik-98");
        form.locator("input[name=source]").fill("Her lawyer, by telephone");
        form.locator("button").first().click();
        deeds.see(organiser, "Her lawyer, by telephone");
    }

    private void printWithAJamAndASpoiledSheet() throws IOException {
        desk.reload();
        assertThat(desk.locator("main")).containsText("Take out");
        eye.look(desk, "evening-remove", "en", Eye.WIDTHS);
        eye.judge(desk, "evening-remove", Eye.WIDTHS);
        desk.setViewportSize(1280, 900);
        desk.locator("#nos").fill("1-16");
        desk.locator("button[value=chosen][formaction$='/printing']").click();
        again("jam", "17");
        assertThat(desk.locator("main")).containsText("To print again: 17");
        byte[] once = deeds.download(
                desk, desk.locator("form[action$='/files/again.pdf'] button").first());
        try (PDDocument pdf = Loader.loadPDF(once)) {
            assertThat(pdf.getNumberOfPages()).isBetween(1, 4);
        }
        desk.reload();
        desk.locator("button[value=all][formaction$='/printing']").click();
        again(
                "spoiled",
                desk.locator("table.stack tr:has(input:not([disabled])) td.n b")
                        .nth(20)
                        .innerText());
        desk.locator("button[value=all][formaction$='/printing']").click();
        byte[] list = deeds.download(desk, "manifest.pdf");
        assertThat(PdfText.says(list, "COPY 2")).isTrue();
        assertThat(PdfText.says(list, "REMOVE, DO NOT POST")).isTrue();
        desk.reload();
    }

    private void again(String why, String nos) {
        Locator form = desk.locator("form[action$='/reprints']");
        if (!form.isVisible()) {
            desk.locator("summary", new Page.LocatorOptions().setHasText("A jam, or a spill?"))
                    .click();
        }
        form.locator("input[value=" + why + "]").check();
        form.locator("input[name=nos]").fill(nos);
        form.locator("input[name=destroyed]").check();
        form.locator("button").click();
        assertThat(desk.locator(".told.good[role=status]")).isVisible();
    }

    private void takeOutAndGiveBack() {
        desk.locator("button[value=all][formaction$='/removal']").click();
        assertThat(desk.locator("button[formaction$='/removal']")).hasCount(0);
        Locator open = desk.locator("table.stack tr:has(input:not([disabled])) td.n b");
        List<String> nos = open.allInnerTexts();
        assertThat(nos).hasSize(38);
        desk.locator("#back").fill(nos.get(36) + ", " + nos.get(37));
        desk.locator("input[name=paper][value=destroyed]").check();
        desk.locator("form[action$='/return'] button[value=chosen]").click();
        assertThat(desk.locator("main")).containsText("36");
        eye.look(desk, "evening-printed", "en", Eye.WIDTHS);
        eye.judge(desk, "evening-printed", Eye.WIDTHS);
        desk.setViewportSize(1280, 900);
    }

    /** The list as a scanner sees it: the worst first, then what it missed, which is nothing. */
    private void scan(byte[] manifest) throws IOException {
        String batch = desk.url().replaceFirst("[?].*", "");
        List<Integer> posted = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(manifest)) {
            for (int dpi : List.of(100, 200, 300)) {
                int now = 0;
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    desk.navigate(postern.origin() + "/desk/scan?mode=posted");
                    desk.locator("#photo")
                            .setInputFiles(new FilePayload("list.png", "image/png", PdfText.picture(pdf, page, dpi)));
                    desk.locator("form:has(#code) button.primary").click();
                    now += desk.locator(".answer.good").count();
                }
                posted.add(now);
            }
        }
        assertThat(posted).as("posted by scans at 100, 200 and 300 dpi").containsExactly(36, 0, 0);
        desk.navigate(batch);
    }

    private void shut() {
        assertThat(desk.locator("main")).containsText("36");
        Locator closing = desk.locator("form[action$='/closing']");
        closing.locator("input[name=deleted]").check();
        closing.locator("input[name=shredded]").check();
        closing.locator("button").click();
        assertThat(desk.locator("form[action$='/closing']")).hasCount(0);
        eye.look(desk, "evening-over", "en", Eye.WIDTHS);
        desk.setViewportSize(1280, 900);
    }

    private void comesBack(String code, String why) {
        desk.navigate(postern.origin() + "/desk/scan?mode=returned");
        desk.locator("#code").fill(code);
        desk.locator("#code").press("Enter");
        desk.locator("input[value=" + why + "]").check();
        desk.locator("form:has(input[name=why]) button").click();
        assertThat(desk.locator(".answer.good")).containsText("Taken back.");
    }

    private void anAnswerCame(String code) throws IOException {
        desk.navigate(postern.origin() + "/desk/replies?code=" + code);
        desk.locator("#scan").setInputFiles(new FilePayload("answer.jpg", "image/jpeg", CameraFile.taken()));
        desk.locator("form[action='/desk/replies'] button.primary").click();
        desk.locator("form[action$='/sending'] button.primary").click();
        deeds.see(desk, "Sealed for the writer");
    }

    private void allIsQuiet() {
        Page organiser = deeds.lookInAs("organiser");
        deeds.see(organiser, "The watches: all quiet");
        organiser.navigate(postern.origin() + "/desk/addresses");
        eye.look(organiser, "evening-addresses", "en", Eye.WIDTHS);
        organiser.navigate(postern.origin() + "/desk/post/ledger");
        eye.look(organiser, "evening-ledger", "en", Eye.WIDTHS);
    }

    private long postedSoFar() {
        return Counts.sum(file("/desk/numbers.csv"), "posted");
    }

    private long enteredSoFar() {
        return Counts.sum(file("/desk/post/ledger.csv"), "letters");
    }

    private String file(String path) {
        return deeds.lookInAs("organiser")
                .request()
                .get(postern.origin() + path)
                .text();
    }

    /** The papers as they lie in the tray, beside the photographs of the pages that gave them. */
    private static void print(Map<String, byte[]> set) throws IOException {
        Path tray = Chromium.screenshots().resolve("evening-set");
        Files.createDirectories(tray);
        for (Map.Entry<String, byte[]> file : set.entrySet()) {
            if (file.getKey().endsWith(".pdf")) {
                try (PDDocument document = Loader.loadPDF(file.getValue())) {
                    for (int page = 1; page <= Math.min(3, document.getNumberOfPages()); page++) {
                        Files.write(
                                tray.resolve(file.getKey().replace(".pdf", "-" + page + ".png")),
                                PdfText.picture(document, page, 75));
                    }
                }
            }
        }
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName().replaceFirst(".*/", ""), in.readAllBytes());
            }
        }
        return files;
    }
}
