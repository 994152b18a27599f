package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own for what depends on how Java was started. */
final class OwnProcess {
    private OwnProcess() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Runs a main class with our class path.
     *
     * @param java the command, a word a space
     * @return what it printed behind {@code result}
     */
    static String result(Path folder, String java, List<String> options, Class<?> main, String... args)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(Arrays.asList(java.split(" ")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(args));
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(said, StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines()
                .filter(line -> line.startsWith("result "))
                .map(line -> line.substring("result ".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }
}
