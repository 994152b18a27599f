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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postern.TestDatabase;
import org.postern.TestFolders;
import org.postern.journey.WrittenLetters.Sent;

/**
 * Two moderators and two translators at once: English letters to a colony that lets Russian alone in are read, one of them
 * again after its reader fell asleep, translated, checked by whoever did not translate them, and printed with the original
 * after them. One moderator and one translator work without JavaScript.
 */
@Tag("database")
class ReadingRoomJourney {
    private static final int LETTERS = 16;
    private static final String TO = "vera-solodova";

    private RunningPostern postern;
    private TestDatabase db;

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
            List<Sent> letters = letters();

            ReadingShift ana = shift(deeds, "moderator", "Ana", true);
            ReadingShift ben = shift(new Deeds(postern, chromium, 1280, false), "moderator", "Ben", false);
            look(eye, ana);
            comesBackWhenItsReaderFallsAsleep(ana, ben);
            List<UUID> read = atOnce("moderator", ReadingShift::approveAll);
            read.addAll(ben.had());
            assertThat(read).doesNotHaveDuplicates().containsAll(ids(letters));
            assertThat(count("state = 'IN_TRANSLATION'", letters)).isEqualTo(LETTERS);

            List<UUID> translated = atOnce("translator", ReadingShift::translateAll);
            assertThat(translated).doesNotHaveDuplicates().containsAll(ids(letters));
            List<UUID> checked = atOnce("moderator", ReadingShift::acceptAll);
            assertThat(checked).doesNotHaveDuplicates().containsAll(ids(letters));
            assertThat(count("state = 'READY'", letters)).isEqualTo(LETTERS);
            assertThat(count("translators like '%,' || approved_by || ',%'", letters))
                    .as("checked by their own translator")
                    .isZero();

            arrivesInRussianWithItsOriginal(deeds);
            assertThat(eye.findings()).isEmpty();
        }
    }

    private List<Sent> letters() {
        WrittenLetters waiting = new WrittenLetters(db, postern.home().resolve("keys"));
        return IntStream.rangeClosed(1, LETTERS)
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
        return new ReadingShift(postern, Crew.join(own, Crew.invite(own, postern, role, lead), name));
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

    /** Two members of a role work through a room at the same time, the second without JavaScript; each has a browser. */
    private List<UUID> atOnce(String role, Consumer<ReadingShift> work) {
        List<CompletableFuture<List<UUID>>> both = new ArrayList<>();
        for (boolean javaScript : List.of(true, false)) {
            both.add(CompletableFuture.supplyAsync(inABrowser(role, javaScript, work)));
        }
        List<UUID> had = new ArrayList<>();
        both.forEach(one -> had.addAll(one.join()));
        assertThat(both)
                .as("both had something to do")
                .noneMatch(one -> one.join().isEmpty());
        return had;
    }

    private Supplier<List<UUID>> inABrowser(String role, boolean javaScript, Consumer<ReadingShift> work) {
        return () -> {
            try (Chromium own = Chromium.start()) {
                Deeds deeds = new Deeds(postern, own, javaScript ? 1280 : 390, javaScript);
                ReadingShift shift = shift(
                        deeds, role, role + " " + UUID.randomUUID().toString().substring(0, 6), false);
                work.accept(shift);
                return shift.had();
            }
        };
    }

    private void look(Eye eye, ReadingShift reader) {
        // A window of her own: what is asked for in the other one may be somebody else's by then.
        Page page = eye.on(reader.page().context().newPage());
        page.navigate(postern.origin() + "/desk/review");
        eye.look(page, "room-of-readers", "en", Eye.WIDTHS);
        eye.judge(page, "room-of-readers", Eye.WIDTHS);
    }

    private void arrivesInRussianWithItsOriginal(Deeds deeds) throws IOException {
        Deeds.Stack stack = deeds.claim("RU", words(7));
        try (PDDocument document = Loader.loadPDF(stack.pdf())) {
            int first = PdfText.pagesWith(document, "Перевод: 1007").get(0);
            int last = PdfText.pagesWith(document, words(7)).get(0);
            String both = IntStream.rangeClosed(first, last)
                    .mapToObj(page -> page(document, page))
                    .collect(Collectors.joining(" "));
            assertThat(both)
                    .containsSubsequence(
                            "Перевод: 1007", "Перевод выполнили волонтёры", words(7), "The rooks are back.");
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
