package org.postern.bench.typeset;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * One engine in a JVM of its own. It takes orders from its standard input, a line each, and answers with a line that
 * begins with {@code @}: so rounds of several engines can follow each other while all stay warm.
 */
public final class Worker {
    /** How many letters go round where each is to be another. */
    private static final int DIFFERENT = 200;

    private static final int CHECKED = 3;

    private final String name;
    private final Path folder;
    private final Letters letters;
    private final Engine engine;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final com.sun.management.OperatingSystemMXBean machine =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long consumed;

    private Worker(String name, Path folder) throws Exception {
        this.name = name;
        this.folder = folder;
        this.letters = new Letters(folder.resolve(Engines.WORDS));
        this.engine = Engines.of(name, folder, letters);
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        var worker = new Worker(arguments[0], Path.of(arguments[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = in.readLine(); order != null; order = in.readLine()) {
            System.out.println("@ " + worker.obey(order.split(" ")));
        }
    }

    private String obey(String[] order) throws Exception {
        int number = Integer.parseInt(order[1]);
        return switch (order[0]) {
            case "check" -> check();
            case "same" -> round(number, false);
            case "other" -> round(number, true);
            case "warm" -> warm(number);
            case "batch" -> batch(number, folder.resolve(name.replaceAll("\\W+", "-") + ".pdf"));
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    /** Letters alone and in a batch read back. Answers the bytes of letter 0. */
    private String check() throws Exception {
        byte[] first = engine.letter(letters.number(0));
        if (Engines.limit(name)) {
            return Integer.toString(first.length);
        }
        for (int i = 0; i < CHECKED; i++) {
            Letter letter = letters.number(i);
            try (PDDocument document = Loader.loadPDF(engine.letter(letter))) {
                pages(1, document);
                ReadBack.check(document, 0, letter, Letters.content(i));
            }
        }
        Files.write(folder.resolve(name.replaceAll("\\W+", "-") + "-letter.pdf"), first);
        Path file = folder.resolve(name.replaceAll("\\W+", "-") + "-check.pdf");
        batch(CHECKED, file);
        check(file, name, engine.pagesOfBatchedLetter(), CHECKED, letters, 1);
        return Integer.toString(first.length);
    }

    /** Reads every so many letters of a batch back. */
    static void check(Path file, String name, int pagesEach, int count, Letters letters, int step) throws Exception {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            pages(pagesEach * count, document);
            for (int i = 0; i < count; i += step) {
                ReadBack.check(document, i * pagesEach, letters.number(i + 1), Letters.content(i + 1));
            }
        } catch (IllegalStateException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    private static void pages(int expected, PDDocument document) {
        if (document.getNumberOfPages() != expected) {
            throw new IllegalStateException(document.getNumberOfPages() + " pages instead of " + expected);
        }
    }

    /** Letters for some milliseconds. Answers how many, and the nanoseconds of the thread and of the process. */
    private String round(int milliseconds, boolean different) throws Exception {
        Letter[] given = new Letter[different ? DIFFERENT : 1];
        for (int i = 0; i < given.length; i++) {
            given[i] = letters.number(i);
        }
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        long thread = threads.getCurrentThreadCpuTime();
        long process = machine.getProcessCpuTime();
        int count = 0;
        while (System.nanoTime() < end) {
            consumed += engine.letter(given[count++ % given.length]).length;
        }
        return count + " " + (threads.getCurrentThreadCpuTime() - thread) + " "
                + (machine.getProcessCpuTime() - process) + " " + consumed;
    }

    /** Batches of 50 for some milliseconds. */
    private String warm(int milliseconds) throws Exception {
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        while (System.nanoTime() < end) {
            batch(50, folder.resolve(name.replaceAll("\\W+", "-") + "-warm.pdf"));
        }
        return "";
    }

    /**
     * Letters 1 to {@code count} in one file; making their text is not counted. Answers the nanoseconds of the thread and
     * of the process, the bytes of the file, and the bytes alive in the heap when all letters were added.
     */
    private String batch(int count, Path file) throws Exception {
        long timed = 0;
        long process = machine.getProcessCpuTime();
        long all = threads.getCurrentThreadCpuTime();
        long alive;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            long begin = threads.getCurrentThreadCpuTime();
            Engine.Batch batch = engine.batch(out);
            timed += threads.getCurrentThreadCpuTime() - begin;
            for (int i = 1; i <= count; i++) {
                Letter letter = letters.number(i);
                long from = threads.getCurrentThreadCpuTime();
                batch.add(letter);
                timed += threads.getCurrentThreadCpuTime() - from;
            }
            long pause = machine.getProcessCpuTime();
            alive = count < 1000 ? 0 : alive();
            process += machine.getProcessCpuTime() - pause;
            long from = threads.getCurrentThreadCpuTime();
            batch.close();
            timed += threads.getCurrentThreadCpuTime() - from;
        }
        long making = threads.getCurrentThreadCpuTime() - all - timed;
        return timed + " " + (machine.getProcessCpuTime() - process - making) + " " + Files.size(file) + " " + alive;
    }

    private static long alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
