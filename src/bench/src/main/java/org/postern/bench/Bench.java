package org.postern.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.postern.TestFolders;
import org.postern.bench.typeset.TypesetBatch;
import org.postern.bench.typeset.TypesetLetter;
import org.postern.print.Batch500;
import org.postern.review.ReviewQueue;

/** Runs the benchmark of a name, or all: {@code mvn -Pbench verify -Dbench=<name>} from the root. */
public final class Bench {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("numbers-100k", new Numbers100k());
        ALL.put("claims", new Claims());
        ALL.put("near-duplicates", new NearDuplicates());
        ALL.put("review-queue", () -> new ReviewQueue().run());
        ALL.put("batch-500", () -> new Batch500().run());
        ALL.put("typeset-letter", new TypesetLetter());
        ALL.put("typeset-batch", new TypesetBatch());
    }

    /** One benchmark: it prints its figures. */
    @FunctionalInterface
    public interface Benchmark {
        void run() throws Exception;
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "" : arguments[0].strip();
        if (!wanted.isEmpty() && !ALL.containsKey(wanted)) {
            System.err.println("There is no benchmark " + wanted + ", but: " + ALL.keySet());
            System.exit(2);
        }
        empty(Path.of(System.getProperty("java.io.tmpdir")));
        for (Map.Entry<String, Benchmark> each : ALL.entrySet()) {
            if (wanted.isEmpty() || wanted.equals(each.getKey())) {
                load();
                each.getValue().run();
                load();
            }
        }
    }

    /** Databases lie in a folder of our own, which a run empties first: a killed one has left its own. */
    private static void empty(Path databases) throws IOException {
        if (databases.endsWith("bench-databases")) {
            TestFolders.delete(databases);
            Files.createDirectories(databases);
        }
    }

    static void atMost(String name, double figure, String unit, double goal) {
        System.out.printf(Locale.ROOT, "bench %s %.1f %s goal <= %.0f%n", name, figure, unit, goal);
    }

    /** Day, JDK and processors, for the corner of a table. */
    public static String about() {
        return LocalDate.now() + ", JDK " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }

    /** A figure is worth what else the machine did meanwhile. */
    private static void load() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "load %.2f on %d processors%n",
                machine.getSystemLoadAverage(),
                machine.getAvailableProcessors());
    }
}
