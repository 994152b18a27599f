package org.postern.bench.typeset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postern.TestFolders;
import org.postern.bench.Bench;

/** The CPU, the file and the heap of 10,000 letters of different words in one PDF. */
public final class TypesetBatch implements Bench.Benchmark {
    private static final List<String> ENGINES = List.of(
            Engines.POSTERN,
            Engines.PDFBOX,
            Engines.OPENPDF,
            Engines.ITEXT,
            Engines.HTML_PARSED,
            Engines.FOP,
            Engines.DEFLATE_6,
            Engines.DEFLATE_4,
            Engines.COPY);
    /** They lay out a whole document of markup: a tenth of the letters, and so much more heap. */
    private static final List<String> OF_MARKUP = List.of(Engines.HTML_PARSED, Engines.FOP);

    private static final int LESS = 10;

    private final List<String> engines =
            ENGINES.stream().filter(name -> !Engines.missing(name)).toList();

    @Override
    public void run() throws Exception {
        var sizes = new Sizes();
        Path folder = Workshop.prepared();
        var letters = new Letters(folder.resolve(Engines.WORDS));
        int count = sizes.of("letters", 10_000);
        long deadline = System.nanoTime() + sizes.of("minutes", 8) * 60_000_000_000L;
        Map<String, Child> children = new LinkedHashMap<>();
        var thread = new Figures();
        var process = new Figures();
        var bytes = new Figures();
        var heap = new Figures();
        int rounds = 0;
        try {
            for (String name : engines) {
                String most = OF_MARKUP.contains(name) ? sizes.of("markupheap", "1g") : sizes.of("heap", "256m");
                var child = new Child(name, most, folder);
                children.put(name, child);
                child.ask("check 0");
                child.ask("warm " + sizes.of("warmup", 5) * 1000);
            }
            long longest = 0;
            for (; rounds < sizes.of("repeats", 5) && System.nanoTime() + longest < deadline; rounds++) {
                long begin = System.nanoTime();
                for (String name : engines) {
                    int own = OF_MARKUP.contains(name) ? count / LESS : count;
                    long[] answer = children.get(name).ask("batch " + own);
                    thread.add(name, answer[0] / 1e9 * count / own);
                    process.add(name, answer[1] / 1e9 * count / own);
                    bytes.add(name, (double) answer[2] / own);
                    heap.add(name, answer[3] / 1e6);
                }
                longest = Math.max(longest, System.nanoTime() - begin);
            }
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
        for (String name : engines) {
            if (!Engines.limit(name)) {
                int own = OF_MARKUP.contains(name) ? count / LESS : count;
                int pages = name.equals(Engines.POSTERN) ? 2 : 1;
                Path file = folder.resolve(name.replaceAll("\\W+", "-") + ".pdf");
                Worker.check(file, name, pages, own, letters, Math.max(1, own / 5));
            }
        }
        TestFolders.delete(folder);
        System.out.println(rounds + " rounds");
        print(Bench.about() + ", -Xmx" + sizes.of("heap", "256m"), count, thread, process, bytes, heap);
    }

    private void print(String about, int count, Figures thread, Figures process, Figures bytes, Figures heap) {
        System.out.printf(
                Locale.ROOT,
                "| %s, %,d letters | thread CPU s | lowest–highest | process CPU s | times Postern | MB | bytes a"
                        + " letter | MB alive before the end |%n|---|---|---|---|---|---|---|---|%n",
                about,
                count);
        for (String name : engines) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %s | %.2f | %.2f | %.1f | %,.0f | %s |%n",
                    OF_MARKUP.contains(name) ? name + ", at the rate of a tenth" : name,
                    thread.median(name),
                    thread.range(name, "%.2f"),
                    process.median(name),
                    thread.ratio(name, Engines.POSTERN),
                    bytes.median(name) * count / 1e6,
                    bytes.median(name),
                    OF_MARKUP.contains(name) || Engines.limit(name)
                            ? ""
                            : String.format(Locale.ROOT, "%.0f", heap.median(name)));
        }
        System.out.println("\n| goal | figure | at most | |\n|---|---|---|---|");
        if (thread.has(Engines.OPENPDF)) {
            Figures.goal("a batch, part of OpenPDF's", thread.ratio(Engines.POSTERN, Engines.OPENPDF), 0.5);
        }
        Figures.goal("a batch, part of iText's", thread.ratio(Engines.POSTERN, Engines.ITEXT), 0.25);
        Figures.goal("KB a letter", bytes.median(Engines.POSTERN) / 1000, 3.4);
        Figures.goal(
                "a batch, times its pages deflated (level 6)", thread.ratio(Engines.POSTERN, Engines.DEFLATE_6), 3);
    }
}
