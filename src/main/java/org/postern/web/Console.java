package org.postern.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/** What the person who starts Postern reads: last the address and the accounts, or one line why it did not start. */
@ApplicationScoped
class Console {
    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 200;

    private Settings settings;

    @Inject
    public Console(Settings settings) {
        this.settings = settings;
    }

    @SuppressWarnings("NullAway")
    protected Console() {}

    /** Waits, on a thread of its own, until the first page is served, so that its lines are the last. */
    void announceWhenServing(List<String> lines) {
        Thread thread = new Thread(() -> announce(lines), "postern-announces");
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("SystemOut")
    private void announce(List<String> lines) {
        String address = settings.origins().get(0);
        for (int i = 0; i < TRIES && !serves(); i++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
        StringBuilder text =
                new StringBuilder("\nPostern is open at ").append(address).append("/\n");
        lines.forEach(line -> text.append(line).append('\n'));
        System.out.print(text);
        System.out.flush();
    }

    /** Only the demo is asked: it listens under its own address, a real site stands behind a proxy. */
    private boolean serves() {
        if (!settings.demo()) {
            return true;
        }
        try {
            HttpURLConnection ask =
                    (HttpURLConnection) URI.create(settings.origins().get(0) + "/health/ready")
                            .toURL()
                            .openConnection();
            ask.setConnectTimeout(2_000);
            ask.setReadTimeout(10_000);
            return ask.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the process: nothing is half-done, for nothing has been served. */
    @SuppressWarnings("SystemOut")
    static void giveUp(String reason) {
        System.err.println("Postern did not start: " + reason);
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }
}
