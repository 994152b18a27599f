package org.postern.bench.typeset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postern.TestFolders;
import org.postern.bench.Bench;

/** The CPU of one letter of one page, with every engine warm: rounds of all engines follow each other. */
public final class TypesetLetter implements Bench.Benchmark {
    private static final List<String> ENGINES = List.of(
            Engines.POSTERN,
            Engines.PDFBOX,
            Engines.ITEXT,
            Engines.HTML_PARSED,
            Engines.HTML,
            Engines.FOP,
            Engines.OPENPDF,
            Engines.DEFLATE_6,
            Engines.DEFLATE_4,
            Engines.COPY);
    private static final String OTHER = Engines.POSTERN + ", another letter each time";

    private final List<String> engines =
            ENGINES.stream().filter(name -> !Engines.missing(name)).toList();

    @Override
    public void run() throws Exception {
        var sizes = new Sizes();
        Path folder = Workshop.prepared();
        String heap = sizes.of("heap", "256m");
        Map<String, Child> children = new LinkedHashMap<>();
        var thread = new Figures();
        var process = new Figures();
        Map<String, Long> bytes = new LinkedHashMap<>();
        int warmUp = sizes.of("warmup", 7) * 1000;
        int round = sizes.of("milliseconds", 2500);
        try {
            for (String name : engines) {
                var child = new Child(name, heap, folder);
                children.put(name, child);
                bytes.put(name, child.ask("check 0")[0]);
            }
            for (String name : engines) {
                children.get(name).ask("same " + (Engines.limit(name) ? warmUp / 4 : warmUp));
            }
            children.get(Engines.POSTERN).ask("other " + warmUp / 2);
            for (int i = 0; i < sizes.of("repeats", 5); i++) {
                for (String name : engines) {
                    note(
                            name,
                            children.get(name).ask("same " + (Engines.limit(name) ? round / 4 : round)),
                            thread,
                            process);
                }
                note(OTHER, children.get(Engines.POSTERN).ask("other " + round), thread, process);
            }
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
        TestFolders.delete(folder);
        bytes.put(OTHER, 0L);
        print(Bench.about() + ", -Xmx" + heap, thread, process, bytes);
    }

    private static void note(String name, long[] answer, Figures thread, Figures process) {
        thread.add(name, answer[1] / 1e6 / answer[0]);
        process.add(name, answer[2] / 1e6 / answer[0]);
    }

    private void print(String about, Figures thread, Figures process, Map<String, Long> bytes) {
        System.out.println("| " + about + " | ms a letter, thread CPU | lowest–highest | ms, process CPU"
                + " | times Postern | KB |\n|---|---|---|---|---|---|");
        bytes.forEach((name, size) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %s | %.3f | %.2f | %s |%n",
                name,
                thread.median(name),
                thread.range(name, "%.3f"),
                process.median(name),
                thread.ratio(name, Engines.POSTERN),
                size == 0 ? "" : String.format(Locale.ROOT, "%.1f", size / 1000d)));
        System.out.println("\n| goal | figure | at most | |\n|---|---|---|---|");
        Figures.goal(
                "a letter, part of openhtmltopdf's, font parsed once",
                thread.ratio(Engines.POSTERN, Engines.HTML_PARSED),
                0.1);
        Figures.goal(
                "a letter, part of openhtmltopdf's as its guide says",
                thread.ratio(Engines.POSTERN, Engines.HTML),
                0.1);
        Figures.goal("a letter, part of iText's", thread.ratio(Engines.POSTERN, Engines.ITEXT), 0.25);
        Figures.goal(
                "a letter, times its bytes deflated (level 6)", thread.ratio(Engines.POSTERN, Engines.DEFLATE_6), 3);
    }
}
