package org.postern.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.postern.TestFolders;

/**
 * The built WAR on Payara Micro, as an operator runs it: a process of its own on loopback, settings by environment. It
 * can be killed as a power cut kills, and started again on the same database and keys. Its files go when it is closed.
 */
public final class RunningPostern implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, String> settings;
    private final Path home;
    private final int port;
    private final Path log;
    private final Path unpacked;
    private Process process;

    private RunningPostern(Map<String, String> settings, Path home, int port) {
        this.settings = settings;
        this.home = home;
        this.port = port;
        this.log = home.resolve("server.log");
        this.unpacked = home.resolve("unpacked");
        this.process = launch();
    }

    /** @param settings environment variables, e.g. {@code POSTERN_DEMO}; origins and keys are given */
    public static RunningPostern start(Map<String, String> settings) {
        try {
            Path home = Files.createTempDirectory("postern-journey-");
            RunningPostern server = new RunningPostern(settings, home, freePort());
            try {
                server.awaitReady();
                return server;
            } catch (RuntimeException e) {
                // The log stays, the process does not.
                server.kill();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Below the ports that the system gives to whoever connects to anything: one of those could be taken by a test's
     * connection until the server binds it, or while it is off.
     */
    private static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // The next one, then.
            }
        }
        throw new IOException("No port between 20,000 and 32,000 is free");
    }

    /** On the embedded database, as the README's first command starts it. */
    public static RunningPostern onH2(Map<String, String> more) {
        return start(more);
    }

    private Process launch() {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "POSTERN_ORIGINS",
                origin(),
                // Writers are told soon; a test that undoes a posting asks for longer.
                "POSTERN_POSTING_UNDO",
                "PT2S",
                "POSTERN_KEYS",
                home.resolve("keys").toString(),
                "POSTERN_DB_URL",
                "jdbc:h2:file:" + home.resolve("db/postern") + ";WRITE_DELAY=0"));
        environment.putAll(settings);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Half the start-up time; a production server is started without them. Tried and left, a start cost the
                // same
                // 15 to 19 s of a processor: Payara's launcher, class data shared between starts, libraries not
                // scanned.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Dpostern.native=" + home.resolve("native"),
                "-Djava.io.tmpdir=" + unpacked,
                "-jar",
                System.getProperty("postern.payara"),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                String.valueOf(port),
                "--prebootcommandfile",
                System.getProperty("postern.preboot"),
                "--logproperties",
                System.getProperty("postern.logging"),
                "--contextroot",
                "/",
                "--deploy",
                System.getProperty("postern.war")));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(unpacked);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Awaitility.await("Postern to serve; its log:\n" + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("Postern ended:\n" + log());
                    }
                    return isReady();
                });
    }

    private boolean isReady() {
        try {
            HttpURLConnection ask = (HttpURLConnection)
                    URI.create(origin() + "/health/ready").toURL().openConnection();
            return ask.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** A power cut: no farewell, nothing flushed. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A killed server leaves itself unpacked, 190 MB each time.
        TestFolders.delete(unpacked);
    }

    /** Starts again on the same files after {@link #kill}. */
    public void startAgain() {
        process = launch();
        awaitReady();
    }

    /** @return e.g. {@code http://localhost:41234}, without a slash at the end */
    public String origin() {
        return "http://localhost:" + port;
    }

    public Path home() {
        return home;
    }

    /** @return everything that it printed so far */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        TestFolders.delete(home);
    }
}
