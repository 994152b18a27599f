package org.postern.bench.typeset;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A {@link Worker} seen from outside. It ends when closed. */
final class Child implements AutoCloseable {
    private static final int QUIET_SINCE = 23;

    private final String name;
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    Child(String name, String heap, Path folder) throws IOException {
        this.name = name;
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                // what PDFBox calls its level of deflate; the same for every engine that lets one choose
                "-Dorg.apache.pdfbox.filter.deflatelevel=4",
                "-Dstdout.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR",
                "-classpath",
                classPath(name),
                Worker.class.getName(),
                name,
                folder.toString()));
        if (Runtime.version().feature() >= QUIET_SINCE) {
            // LWJGL's ways to memory, which newer JDKs warn of
            command.addAll(1, List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** OpenPDF substitutes glyphs with FOP when it finds it: slower, and for nothing here. */
    private static String classPath(String name) {
        String classes = System.getProperty("bench.classes") + File.pathSeparator;
        if (name.equals(Engines.POSTERN) || Engines.limit(name)) {
            return classes + System.getProperty("bench.product");
        }
        return classes
                + Arrays.stream(System.getProperty("bench.peers").split(File.pathSeparator))
                        .filter(jar -> name.equals(Engines.FOP) || !jar.contains("fop"))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    /** The numbers of its answer. */
    long[] ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("@")) {
                return Arrays.stream(line.substring(1).strip().split(" "))
                        .filter(word -> !word.isEmpty())
                        .mapToLong(Long::parseLong)
                        .toArray();
            }
            System.err.println(name + ": " + line);
        }
        throw new IOException(name + " ended at: " + order);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
