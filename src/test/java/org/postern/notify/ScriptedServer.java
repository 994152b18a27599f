package org.postern.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A mail server on a socket that answers each command as a test wishes; a command told to hang is never answered. */
final class ScriptedServer implements AutoCloseable {
    static final String HANG = "hang";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Socket> open = new ArrayList<>();

    ScriptedServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param command e.g. {@code RCPT}; {@code GREETING} and {@code BODY} are what comes before and after them */
    ScriptedServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                synchronized (this) {
                    open.add(one);
                }
                talk(one);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void talk(Socket one) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
        if (!say(one, "GREETING", "220 scripted.example ESMTP")) {
            return;
        }
        boolean body = false;
        for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
            synchronized (this) {
                heard.add(line);
            }
            if (body && !line.equals(".")) {
                continue;
            }
            String command = body ? "BODY" : line.replaceAll("[ :].*", "").toUpperCase(Locale.ROOT);
            body = command.equals("DATA") && !answers.containsKey(command);
            if (!say(one, command, body ? "354 go on" : "250 ok")) {
                return;
            }
        }
    }

    private boolean say(Socket one, String command, String usual) throws IOException {
        String answer = answers.getOrDefault(command, usual);
        if (answer.equals(HANG)) {
            return false;
        }
        one.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        one.getOutputStream().flush();
        return true;
    }

    @Override
    public synchronized void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
