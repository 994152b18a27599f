package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody goes to every page there is, in every role, on a phone and on a wide screen, and looks. */
class EveryPageJourney {
    private static final String TO_VERA = "/en/people/vera-solodova/letter";
    private static final List<String> OTHER_LANGUAGES = List.of("ru", "es", "fr", "de", "fa");

    private static final Routes ROUTES = new Routes();
    private static RunningPostern postern;
    private static Chromium chromium;

    private Eye eye;
    private final Set<String> looked = new HashSet<>();
    private Deeds plain;
    private Deeds scripted;

    @BeforeAll
    static void open() {
        postern = RunningPostern.onH2(Map.of());
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
        postern.close();
    }

    @BeforeEach
    void arrive() {
        eye = new Eye(postern.origin());
        plain = new Deeds(postern, chromium, 390, false);
        scripted = new Deeds(postern, chromium, 390, true);
    }

    @Test
    void every_page_is_whole_and_open_to_everybody() throws IOException {
        Tour supporter = tour(plain.somebody(), scripted.somebody());
        supporter.look("/desk/sign-in");
        supporter.walk(ROUTES.fixed("/en"));
        supporter.plain().navigate(postern.origin() + "/");
        write(supporter);
        openAnAnswer(supporter);
        readPrintAndRun();
        invite(supporter);
        ROUTES.neverSeen().forEach(template -> eye.found(template, "nobody has been there"));
        assertThat(eye.findings()).isEmpty();
    }

    private Tour tour(Page plainly, Page withScripts) {
        return new Tour(postern.origin(), ROUTES, eye, plainly, withScripts, looked);
    }

    private Tour lookInAs(String role) {
        return tour(plain.lookInAs(role), scripted.lookInAs(role));
    }

    /** Without what stands behind #: to go there again would be no journey. */
    private static String path(Page page) {
        return page.url().substring(postern.origin().length()).replaceFirst("#.*", "");
    }

    // --- the writer's own pages ---------------------------------------------------------------------------------

    private void write(Tour supporter) throws IOException {
        Page writer = eye.on(plain.write(TO_VERA, "Здравствуйте!", "Марта", "ru", "not an address"));
        writer.locator("#photo").setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", CameraFile.taken()));
        writer.locator("button[name=send]").click();
        supporter.look(path(writer));
        writer.locator("#email").fill("every@example.org");
        writer.locator("button[name=preview]").click();
        supporter.look(path(writer));
        writer.locator("button[name=send]").click();
        plain.see(writer, "in your mailbox");
        supporter.look("/demo/mail");
        writer.navigate(postern.origin()
                + plain.linkInMail(writer, "every@example.org", "one button").replace(postern.origin(), ""));
        supporter.look(path(writer));
        plain.press(writer, "Yes, send it on its way");
        String mine = path(writer);
        supporter.look(mine);
        supporter.look(mine + "/words");
        supporter.look(mine.replace("/letters/", "/surveys/"));
        supporter.plain().navigate(postern.origin() + mine.replace("/letters/", "/messages/") + "/question");
        supporter
                .plain()
                .navigate(postern.origin()
                        + plain.linkInMail(writer, "every@example.org", "has arrived")
                                .replace(postern.origin(), ""));
        for (String language : OTHER_LANGUAGES) {
            for (String page : List.of("/", "/people/vera-solodova", TO_VERA.substring(3), mine.substring(3))) {
                supporter.look("/" + language + page, false);
            }
        }
        Page code = eye.on(scripted.write(TO_VERA, "Здравствуйте!", "Марта", "ru", ""));
        code.locator("button[name=send]").click();
        lookHere(code, "en-code", "en");
    }

    /** The demo's answer from prison, as its writer comes to it. */
    private void openAnAnswer(Tour supporter) {
        Page writer = supporter.plain();
        writer.navigate(postern.origin()
                + plain.linkInMail(writer, "writer-05@example.org", "News about")
                        .replace(postern.origin(), ""));
        String closed = path(writer).replaceFirst("/letters/", "/replies/");
        supporter.look(closed);
        writer.navigate(postern.origin() + closed);
        plain.press(writer, "Open it");
        supporter.look(path(writer));
    }

    // --- the desk -----------------------------------------------------------------------------------------------

    private void readPrintAndRun() throws IOException {
        Tour moderator = lookInAs("moderator");
        moderator.walk(List.of("/desk", "/desk/review/decided"));
        claim(moderator, "/desk/review", "form[action='/desk/review/claims'] button");
        moderator.look(path(moderator.plain()) + "/alike");
        moderator.look("/desk/words/ru");
        claim(moderator, "/desk/translations/checks", "form[action='/desk/translations/checks/claims'] button");
        Tour translator = lookInAs("translator");
        translator.walk(ROUTES.fixed("/desk/translations"));
        claim(translator, "/desk/translations", "form[action='/desk/translations/claims'] button");
        seeThePage(translator);
        claim(translator, "/desk/translations/replies", "form[action='/desk/translations/replies/claims'] button");
        Page answer = translator.plain();
        answer.locator("#text").fill("Dear friend, the letter with the heron came.");
        answer.locator("button[name=decision][value=finish]").click();
        claim(moderator, "/desk/translations/checks", "form[action='/desk/translations/replies/checks/claims'] button");
        Tour printer = lookInAs("printer");
        printer.walk(List.of("/desk/batches", "/desk/post/unsure", "/desk/replies"));
        claim(printer, "/desk/batches", "form[action='/desk/batches'] button[name=letters]");
        awaitSet(printer);
        keepReceipt(printer);
        Tour organiser = lookInAs("organiser");
        takeBack(organiser.plain());
        organiser.walk(ROUTES.fixed("/desk").stream()
                .filter(path -> !path.equals("/desk/staff"))
                .toList());
        // Her letters go in envelopes with a window, which is drawn here.
        organiser.look("/desk/people/delia-marrow");
        lookInAs("admin").walk(List.of("/desk/staff"));
    }

    /** What a translator has typed so far, as it would be printed. */
    private void seeThePage(Tour translator) {
        Page page = translator.plain();
        page.locator(".pairs textarea").first().fill("Здравствуйте!");
        page.locator("button[name=decision][value=see]").click();
        String sheet = page.locator("#sheet img").first().getAttribute("src");
        assertThat(page.request().get(postern.origin() + sheet).ok()).isTrue();
        ROUTES.answered(sheet);
        eye.look(page, "translation-sheet", "en", Eye.WIDTHS);
    }

    /** Letters of the demo are in the post; somebody keeps a photo of the receipt, and looks at it. */
    private static void keepReceipt(Tour printer) throws IOException {
        Page page = printer.plain();
        page.navigate(postern.origin() + "/desk/batches/1");
        page.locator("#posted summary").first().click();
        page.locator("#posted input[type=file]")
                .first()
                .setInputFiles(new FilePayload("IMG_0003.jpg", "image/jpeg", CameraFile.taken()));
        page.locator("#posted form button").first().click();
        printer.look(page.locator("a[href$='/receipt.jpg']").first().getAttribute("href"));
    }

    /** A letter of the demo comes back, in an envelope on which something stands. */
    private void takeBack(Page page) throws IOException {
        page.navigate(postern.origin() + "/desk/batches/1");
        String code =
                page.locator("table.stack tr:has(td.good) td.code").first().innerText();
        page.navigate(postern.origin() + "/desk/scan?mode=returned");
        page.locator("#code").fill(code);
        page.locator("#code").press("Enter");
        page.locator("input[value=OTHER]").check();
        page.locator("form:has(input[name=why]) input[type=file]")
                .setInputFiles(new FilePayload("IMG_0002.jpg", "image/jpeg", CameraFile.taken()));
        page.locator("form:has(input[name=why]) button").click();
        plain.see(page, "Taken back.");
    }

    /** Takes the next piece of work in a room, and looks at it. */
    private void claim(Tour tour, String room, String button) {
        Page page = tour.plain();
        page.navigate(postern.origin() + room);
        page.locator(button).first().click();
        assertThat(path(page)).as("the work itself").isNotEqualTo(room);
        tour.look(path(page));
    }

    /** The page of a batch is another one once its files are built; what it asks meanwhile is a part of a page. */
    private void awaitSet(Tour printer) {
        Page page = printer.plain();
        String batch = path(page).replaceFirst("\\?.*", "");
        assertThat(page.request().get(postern.origin() + batch + "/building").ok())
                .isTrue();
        ROUTES.answered(batch + "/building");
        plain.awaitSet(page);
        printer.look(batch);
    }

    private void invite(Tour newcomer) {
        Page page = eye.on(scripted.lookInAs("admin"));
        page.navigate(postern.origin() + "/desk/staff");
        page.locator("form[action='/desk/staff'] input[value=printer]").check();
        page.locator("form[action='/desk/staff'] button.primary").click();
        lookHere(page, "desk-staff-link", "en");
        String link = page.locator("p.told").innerText();
        newcomer.look(link.substring(postern.origin().length()));
        newcomer.plain().navigate(postern.origin() + "/desk/staff");
        eye.look(newcomer.plain(), "desk-sign-in-then", "en", Eye.NARROW);
    }

    /** A page that answers a form has no address to come back to: it is looked at where it stands. */
    private void lookHere(Page page, String name, String language) {
        List<Integer> widths = language.equals("en") ? Eye.WIDTHS : Eye.NARROW;
        eye.look(page, name, language, widths);
        if (language.equals("en") || language.equals("fa")) { // the others are the same page in other words
            eye.judge(page, name, widths);
        }
    }

    // --- where something is not right ---------------------------------------------------------------------------

    @Test
    void what_cannot_be_done_is_said_kindly_in_the_readers_language_and_the_house_style() {
        Page page = eye.on(scripted.somebody());
        for (String language : List.of("en", "ru", "es", "fr", "de", "fa")) {
            isSaid(page, page.navigate(postern.origin() + "/" + language + "/nothing"), 404, "404", language);
            isSaid(page, fromElsewhere(page, "/" + language + "/mine"), 403, "foreign", language);
            String otherName = postern.origin().replace("localhost", "127.0.0.1");
            Eye there = new Eye(otherName);
            Page lost = there.on(scripted.somebody());
            isSaid(lost, lost.navigate(otherName + "/" + language + "/people"), 421, "421", language);
            assertThat(lost.locator("main a").getAttribute("href")).isEqualTo(postern.origin() + "/" + language + "/");
            assertThat(there.findings()).isEmpty();
        }
        isSaid(page, page.navigate(postern.origin() + "/en/people?q=%00"), 400, "400", "en");
        isSaid(page, page.navigate(postern.origin() + "/desk/nothing"), 404, "404", "en");
        Page printer = eye.on(scripted.lookInAs("printer"));
        assertThat(Objects.requireNonNull(printer.navigate(postern.origin() + "/desk/staff"))
                        .status())
                .isEqualTo(403);
        lookHere(printer, "desk-refused", "en");
        assertThat(eye.findings()).isEmpty();
    }

    /** A form on somebody else's page that is sent to us. */
    private static Response fromElsewhere(Page page, String path) {
        page.navigate("data:text/html,<form method=post action='" + postern.origin() + path
                + "'><input name=code value=x><button>Win</button></form>");
        Response answer = page.waitForResponse(
                response -> response.url().endsWith(path),
                () -> page.locator("button").click());
        page.waitForURL("**" + path);
        return answer;
    }

    private void isSaid(Page page, Response answer, int status, String words, String language) {
        assertThat(answer.status()).as(page.url()).isEqualTo(status);
        assertThat(page.locator("h1").innerText())
                .isEqualTo(Eye.messages(language).getProperty("error." + words + ".title"));
        lookHere(page, "error-" + words + "-" + language, language);
    }
}
