package org.postern.print;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.postern.TestDatabase;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Letter;
import org.postern.letter.StackWanted;
import org.postern.letter.Words;
import org.postern.site.PrintSites;
import org.postern.typeset.PageChoice.Sides;
import org.postern.typeset.Stock;

/**
 * How long 500 letters take from approved to a finished, sealed {@code letters.pdf}, and the whole ZIP after that: each
 * letter opened, set, held against the window, set again from what was frozen, drawn, sealed and written. Half of them
 * Russian, half English, one to three pages, every tenth with a photo. The database is PostgreSQL.
 */
public final class Batch500 {
    private static final int LETTERS = 500;
    private static final int ROUNDS = 3;
    private static final String RUSSIAN =
            "Сегодня утром выпал снег, и весь город стал тихим, а на реке уже стоит тонкий лёд, по которому ходят вороны. ";
    private static final String ENGLISH =
            "This morning it snowed, and the whole town went quiet; on the river there is thin ice already, and crows walk on it. ";

    private final Random random = new Random(20261122);

    /** Seconds of each round after the first, which warms up: the set, then the ZIP. */
    public void run() throws Exception {
        List<Double> letters = new ArrayList<>();
        List<Double> zip = new ArrayList<>();
        long bytes = 0;
        long zipped = 0;
        int pages = 0;
        byte[] photo = photo();
        try (TestDatabase db = TestDatabase.postgres()) {
            for (int round = 0; round < ROUNDS; round++) {
                PrintRoom room = new PrintRoom(db, false);
                room.rules(room.timofey, "window-allowed\nlanguages ru en\nmax-pages 6\nmax-photos 1");
                List<UUID> ids = written(room, photo);
                long start = System.nanoTime();
                claim(db, room, ids);
                double took = (System.nanoTime() - start) / 1e9;
                long number = Long.parseLong(String.valueOf(db.value("select max(number) from batch")));
                start = System.nanoTime();
                byte[] all = db.fromTransaction(em -> room.zip.of(
                        room.house.batches.byNumber(number).orElseThrow(),
                        new Wanted(null, Stock.envelope("dl").orElseThrow(), Stock.labels().get(0), 1, false, Sides.BOTH),
                        Locale.ENGLISH));
                double zipping = (System.nanoTime() - start) / 1e9;
                bytes = Long.parseLong(String.valueOf(db.value("select pdf_bytes from batch where number = " + number)));
                pages = Integer.parseInt(String.valueOf(db.value("select sum(pages) from batch_line where batch_number = " + number)));
                zipped = all.length;
                System.out.printf(Locale.ROOT, "round %d: letters %.2f s, ZIP %.2f s%n", round, took, zipping);
                if (round > 0) {
                    letters.add(took);
                    zip.add(zipping);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d letters, %d pages, letters.pdf %.1f MB, ZIP %.1f MB%n",
                LETTERS,
                pages,
                bytes / 1e6,
                zipped / 1e6);
        System.out.printf(Locale.ROOT, "bench batch-500-letters %.1f s goal <= 20%n", median(letters));
        System.out.printf(Locale.ROOT, "bench batch-500-zip %.1f s%n", median(zip));
    }

    private List<UUID> written(PrintRoom room, byte[] photo) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < LETTERS; i++) {
            boolean russian = i % 2 == 0;
            StringBuilder body = new StringBuilder(russian ? "Здравствуйте!" : "Dear Timofey,");
            for (int paragraph = 0; paragraph < 3 + i % 3 * 6; paragraph++) {
                body.append("\n\n");
                for (int sentence = 0; sentence < 4; sentence++) {
                    body.append(shuffled(russian ? RUSSIAN : ENGLISH));
                }
            }
            Words words = new Words(body.toString(), russian ? "Марта" : "Marta", i % 10 == 0 ? photo : null);
            ids.add(room.letter(room.timofey, russian ? "ru" : "en", words));
        }
        return ids;
    }

    /** Other words in each letter, so that nothing is remembered that would not be in use. */
    private String shuffled(String sentence) {
        List<String> words = Arrays.asList(sentence.strip().split(" "));
        java.util.Collections.shuffle(words, random);
        return String.join(" ", words) + " ";
    }

    private static void claim(TestDatabase db, PrintRoom room, List<UUID> ids) {
        db.inTransaction(em -> {
            Recipient to = new People(em).byId(room.timofey).orElseThrow();
            Map<Letter, Recipient> letters = new LinkedHashMap<>();
            ids.forEach(id -> letters.put(room.house.letters.byId(id).orElseThrow(), to));
            room.claimBatch.claim(new StackWanted(
                    new PrintSites(em).byId(room.site.id()).orElseThrow(), letters, PrintRoom.PRIYA, room.house.now()));
        });
    }

    /** Of the size that one keeps: 1,200 by 900, with grain, which compresses as badly as a camera's. */
    private byte[] photo() throws IOException {
        BufferedImage picture = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.WHITE, 1200, 900, Color.DARK_GRAY));
        pen.fillRect(0, 0, 1200, 900);
        for (int i = 0; i < 20_000; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            pen.fillRect(random.nextInt(1200), random.nextInt(900), 3, 3);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
