package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.TestFolders;
import org.postern.journey.WrittenLetters.Sent;

/**
 * Two moderators and two translators at once: English letters to a colony that lets Russian alone in are read, one of them
 * again after its reader fell asleep, one by a lead, none by whoever wrote it; translated, after a question to a writer;
 * checked by whoever did not translate them, and printed with the original after them. One moderator and one translator
 * work without JavaScript.
 */
@Tag("database")
class ReadingRoomJourney {
    private static final int LETTERS = 20;

    /** So many wait when the first two sit down. */
    private static final int FIRST = 4;

    /** One of the readers wrote this one. */
    private static final int OWN = 10;

    private static final String TO = "vera-solodova";

    private RunningPostern postern;
    private TestDatabase db;
    private final AtomicInteger joined = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    ReadingRoomJourney() {}

    @Test
    void two_moderators_and_two_translators_work_at_once_and_nobody_gets_the_same_letter() throws IOException {
        Path files = TestFolders.untilTheEnd("postern-journey-pg-");
        try (EmbeddedPostgres database = Postgres.start(files);
                RunningPostern server = RunningPostern.start(Postgres.settings(database));
                TestDatabase tables = TestDatabase.of(database, files);
                Chromium chromium = Chromium.start()) {
            postern = server;
            db = tables;
            Eye eye = new Eye(postern.origin());
            Deeds deeds = new Deeds(postern, chromium, 1280, true);
            List<Sent> letters = new ArrayList<>(letters(1, FIRST));

            ReadingShift ana = shift(deeds, "moderator", "Ana", false);
            ReadingShift ben = shift(new Deeds(postern, chromium, 1280, false), "moderator", "Ben", false);
            look(eye, ana, "/desk/review", "/desk/review/mine", "/desk/review/help");
            comesBackWhenItsReaderFallsAsleep(ana, ben);
            isTakenBackAtOnce(ben);
            letters.addAll(letters(FIRST + 1, LETTERS));
            UUID heavy = isLeftToALead(ana);
            List<List<UUID>> read = atOnce("moderator", this::approveWhatOthersWrote);
            assertThat(read.get(0))
                    .as("what the first of them wrote")
                    .doesNotContain(letters.get(OWN - 1).id());
            ReadingShift lea = shift(deeds, "moderator", "Lea", true);
            lea.approveAll();
            assertThat(lea.had()).contains(heavy);
            List<UUID> all = Stream.concat(read.stream().flatMap(List::stream), lea.had().stream())
                    .toList();
            assertThat(all).doesNotHaveDuplicates();
            assertThat(count("state = 'IN_TRANSLATION'", letters)).isEqualTo(LETTERS);

            ReadingShift tess = shift(deeds, "translator", "Tess", false);
            asksItsWriterAndIsAnswered(eye, deeds, tess, letters);
            assertThat(atOnce("translator", ReadingShift::translateAll).stream().flatMap(List::stream))
                    .doesNotHaveDuplicates();
            assertThat(atOnce("moderator", ReadingShift::acceptAll).stream().flatMap(List::stream))
                    .doesNotHaveDuplicates()
                    .containsAll(ids(letters));
            assertThat(count("state = 'READY'", letters)).isEqualTo(LETTERS);
            assertThat(count("translators like '%,' || approved_by || ',%'", letters))
                    .as("checked by their own translator")
                    .isZero();

            arrivesInRussianWithItsOriginal(deeds);
            assertThat(eye.findings()).isEmpty();
        }
    }

    private List<Sent> letters(int from, int to) {
        WrittenLetters waiting = new WrittenLetters(db, postern.home().resolve("keys"));
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> waiting.toBeRead(
                        TO,
                        "en",
                        words(i),
                        "Dear Vera,\n\n" + words(i) + " The rooks are back.\n\nYours",
                        "reading-" + i + "@example.org"))
                .toList();
    }

    private static String words(int i) {
        return "This is letter " + (1000 + i) + " of a long winter.";
    }

    private ReadingShift shift(Deeds own, String role, String name, boolean lead) {
        return new ReadingShift(postern, Crew.join(own, Crew.invite(own, postern, role, lead), name), name);
    }

    /** Ana's half hour is over while she types. Ben is dealt the letter, and Ana keeps her words. */
    private void comesBackWhenItsReaderFallsAsleep(ReadingShift ana, ReadingShift ben) {
        assertThat(ana.next()).isTrue();
        UUID letter = ana.had().get(0);
        Page page = ana.page();
        page.locator("button[name=open][value=changes]").click();
        page.locator("#advice").fill("Tell her more of the rooks.");
        db.sql("update letter set claimed_until = state_since - interval '1 hour' where id = '" + letter + "'");

        ben.approveUntil(letter);
        page.locator("button[name=decision][value=changes]").click();
        assertThat(page.locator("#kept").inputValue()).isEqualTo("Tell her more of the rooks.");
        assertThat(page.locator("[role=status]").innerText()).contains("somebody else");
        Readers.approve(ben.page());
    }

    /** Ben approved one; half a minute long one press has it before him again. */
    private void isTakenBackAtOnce(ReadingShift ben) {
        ben.page().locator("form[action^='/desk/review/undo/'] button").first().click();
        assertThat(ben.page().locator("[role=status]").innerText()).containsIgnoringCase("taken back");
        ben.page().navigate(postern.origin() + "/desk/review");
        ben.page()
                .locator("main ul.lines a[href^='/desk/review/letters/']")
                .first()
                .click();
        Readers.approve(ben.page());
    }

    /** Ana leaves a letter to a lead by the keys alone, and nobody but a lead is dealt it. */
    private UUID isLeftToALead(ReadingShift ana) {
        assertThat(ana.next()).isTrue();
        Page page = ana.page();
        page.keyboard().press("l");
        page.locator("input[name=lead-why]").first().check();
        page.locator("#lead-note").fill("I know this street.");
        page.locator("button[name=decision][value=lead]").click();
        assertThat(page.locator("[role=status]").innerText()).contains("lead");
        return ana.had().get(ana.had().size() - 1);
    }

    /** The one with JavaScript wrote a letter too, and says so: it is never theirs to read. */
    private void approveWhatOthersWrote(ReadingShift reader) {
        if (reader.name().endsWith("1")) {
            reader.page().navigate(postern.origin() + "/desk/review/mine");
            reader.page().locator("#email").fill("Reading-" + OWN + "@Example.org");
            reader.page().locator("button[name=decision][value=add]").click();
            // As if it had been named before the letter came.
            db.sql("update staff_address set named_on = date '2026-01-01'");
        }
        reader.approveAll();
    }

    /** Neither learns who the other is. */
    private void asksItsWriterAndIsAnswered(Eye eye, Deeds deeds, ReadingShift tess, List<Sent> letters) {
        Sent letter = oneOf(letters, tess);
        Page page = tess.page();
        page.locator("#ask summary").click();
        page.locator("#question").fill("Which rooks are back, the birds or the chess pieces?");
        page.locator("button[name=decision][value=ask]").click();
        assertThat(page.content()).doesNotContain(letter.email());

        Page writer = deeds.somebody();
        writer.navigate(postern.origin()
                + deeds.linkInMail(writer, letter.email(), "a question about").replace(postern.origin(), ""));
        Page seen = eye.on(writer);
        eye.look(seen, "writers-question", "en", Eye.WIDTHS);
        eye.judge(seen, "writers-question", Eye.NARROW);
        assertThat(seen.content()).doesNotContain("Tess");
        seen.locator("#questions textarea").fill("The birds, forty of them.");
        seen.locator("#questions form button").first().click();

        page.reload();
        assertThat(page.locator("main").innerText()).contains("The birds, forty of them.");
        Page alone = eye.on(page.context().newPage());
        alone.navigate(page.url());
        alone.locator(".pairs textarea").first().fill("Здравствуйте!");
        alone.locator("button[name=decision][value=see]").click();
        assertThat(alone.locator("#sheet img")
                        .first()
                        .evaluate("picture => picture.decode().then(() => picture.naturalWidth)"))
                .as("the page as it would be printed")
                .isNotEqualTo(0);
        eye.look(alone, "translation-of-tess", "en", Eye.WIDTHS);
        eye.judge(alone, "translation-of-tess", Eye.WIDTHS);
        tess.translateOpen();
    }

    /** Two members of a role work through a room at the same time, the second without JavaScript; each has a browser. */
    private List<List<UUID>> atOnce(String role, Consumer<ReadingShift> work) {
        List<CompletableFuture<List<UUID>>> both = Stream.of(1, 2)
                .map(n -> CompletableFuture.supplyAsync(inABrowser(role, n, work)))
                .toList();
        List<List<UUID>> had = both.stream().map(CompletableFuture::join).toList();
        assertThat(had).as("both had something to do").noneMatch(List::isEmpty);
        return had;
    }

    private Supplier<List<UUID>> inABrowser(String role, int n, Consumer<ReadingShift> work) {
        return () -> {
            try (Chromium own = Chromium.start()) {
                Deeds deeds = new Deeds(postern, own, n == 1 ? 1280 : 390, n == 1);
                ReadingShift shift = shift(deeds, role, role + " " + joined.incrementAndGet() + "-" + n, false);
                work.accept(shift);
                return shift.had();
            }
        };
    }

    /** @return the first of these that she is given; those of the demo wait longer, and are translated before it */
    private static Sent oneOf(List<Sent> letters, ReadingShift tess) {
        while (tess.nextToTranslate()) {
            UUID id = tess.had().get(tess.had().size() - 1);
            Optional<Sent> found =
                    letters.stream().filter(sent -> sent.id().equals(id)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            tess.translateOpen();
        }
        throw new AssertionError("None of them waits for a translator");
    }

    private void look(Eye eye, ReadingShift reader, String... paths) {
        // A window of her own: what is asked for in the other one may be somebody else's by then.
        Page page = eye.on(reader.page().context().newPage());
        for (String path : paths) {
            String name = "readers" + path.replace("/desk/review", "").replace('/', '-');
            page.navigate(postern.origin() + path);
            eye.look(page, name, "en", Eye.WIDTHS);
            eye.judge(page, name, Eye.WIDTHS);
        }
    }

    private void arrivesInRussianWithItsOriginal(Deeds deeds) throws IOException {
        Deeds.Stack stack = deeds.claim("RU", words(FIRST + 3));
        try (PDDocument document = Loader.loadPDF(stack.pdf())) {
            int first = PdfText.pagesWith(document, "Перевод: " + (1000 + FIRST + 3))
                    .get(0);
            int last = PdfText.pagesWith(document, words(FIRST + 3)).get(0);
            String both = IntStream.rangeClosed(first, last)
                    .mapToObj(page -> page(document, page))
                    .collect(Collectors.joining(" "));
            assertThat(both)
                    .containsSubsequence(
                            "Перевод: " + (1000 + FIRST + 3),
                            "Перевод выполнили волонтёры",
                            words(FIRST + 3),
                            "The rooks are back.");
        }
    }

    private static String page(PDDocument document, int page) {
        try {
            return PdfText.of(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String condition, List<Sent> letters) {
        String in = String.join(
                "','", letters.stream().map(sent -> sent.id().toString()).toList());
        return ((Number) Objects.requireNonNull(
                        db.value("select count(*) from letter where " + condition + " and id in ('" + in + "')")))
                .longValue();
    }

    private static Set<UUID> ids(List<Sent> letters) {
        return letters.stream().map(Sent::id).collect(Collectors.toSet());
    }
}
