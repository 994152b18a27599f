package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;

/** The stacks of letters that a volunteer claims, one after the other; each is looked through when its set is there. */
final class Stacks {
    static final int LETTERS = 40;

    private static final Pattern NEWEST = Pattern.compile("name=\"after\" value=\"(\\d+)\"");
    private static final Pattern BATCH = Pattern.compile("/desk/batches/(\\d+).*");
    private static final Pattern WORDS = Pattern.compile("Письмо номер (\\d+) этого вечера");
    private static final String PILE = "name=\"family\" value=\"PLAIN\"";
    private static final Pattern BEFORE = Pattern.compile("<progress [^>]*value=\"0\"");
    private static final String READY = "/files/set.zip";
    /** A timer of a server that was cut off is free again after twenty seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Volunteer volunteer;
    private final Deque<Stack> inHand = new ArrayDeque<>();
    private final Set<Integer> printed = new HashSet<>();

    Stacks(Volunteer volunteer) {
        this.volunteer = volunteer;
    }

    /**
     * A set that was downloaded.
     *
     * @param letters which of the evening's, as their words say
     */
    record Stack(long number, Set<Integer> letters) {}

    /** @return the volunteer's newest batch, by which the room knows a button that was pressed before */
    String newest() {
        return Volunteer.find(NEWEST, volunteer.text("/desk/batches"));
    }

    /** The button of a room that knew of no newer batch. */
    long claim(String newest) {
        String led = volunteer.press(
                "/desk/batches", Map.of("family", "PLAIN", "letters", String.valueOf(LETTERS), "after", newest));
        return Long.parseLong(Volunteer.find(BATCH, led));
    }

    /** Until the first letters are set; no longer than until all are. */
    void awaitFirstLetters(long number) {
        Awaitility.await("the first letters of batch " + number)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !BEFORE.matcher(volunteer.text("/desk/batches/" + number))
                        .find());
    }

    void awaitSet(long number) {
        Awaitility.await("the files of batch " + number)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> volunteer.text("/desk/batches/" + number).contains(READY));
    }

    /** What waits here already is posted first, so that every stack is ours alone. */
    void clearTheTable() {
        while (volunteer.text("/desk/batches").contains(PILE)) {
            long number = claim(newest());
            awaitSet(number);
            String batch = "/desk/batches/" + number;
            volunteer.take(batch + "/files/letters.pdf");
            volunteer.press(batch + "/printing", Map.of("which", "all"));
            volunteer.press(batch + "/posting", Map.of("which", "all"));
        }
    }

    /** Looks through a set that is there, and keeps it for whoever marks it. */
    void lookThrough(long number) {
        inHand.add(whole(number));
    }

    /** @return a set that nobody marked yet, claimed now if there is none */
    Stack unmarked() {
        if (inHand.isEmpty()) {
            long number = claim(newest());
            awaitSet(number);
            lookThrough(number);
        }
        return inHand.remove();
    }

    /** Every file opens, the letters are so many that were in no stack before, and they stay what they are. */
    private Stack whole(long number) {
        String files = "/desk/batches/" + number + "/files/";
        Map<String, byte[]> set = unzip(volunteer.take(files + "set.zip"));
        assertThat(set.keySet()).contains("cover.pdf", "letters.pdf", "manifest.pdf", "addresses.pdf", "manifest.csv");
        byte[] letters = Objects.requireNonNull(set.get("letters.pdf"));
        assertThat(volunteer.take(files + "letters.pdf"))
                .as("the same bytes again")
                .isEqualTo(letters);
        set.forEach((name, bytes) -> {
            if (name.endsWith(".pdf")) {
                assertThat(text(bytes)).as(name).isNotBlank();
            }
        });
        List<Integer> found = WORDS.matcher(text(letters).replaceAll("\\s+", " "))
                .results()
                .map(words -> Integer.valueOf(words.group(1)))
                .toList();
        assertThat(found).as("letters in letters.pdf").hasSize(LETTERS).doesNotHaveDuplicates();
        assertThat(found).as("letters that were printed before").allMatch(printed::add);
        return new Stack(number, new TreeSet<>(found));
    }

    private static String text(byte[] file) {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unzip(byte[] zip) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName().replaceFirst(".*/", ""), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
