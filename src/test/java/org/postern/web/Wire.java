package org.postern.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request as it goes over the wire, because no client sends a foreign {@code Host} or breaks the rules. */
record Wire(int status, Map<String, String> headers, String body) {
    static final int PORT = 18181;
    static final String HOST = "localhost:" + PORT;

    /** A GET under our own name. */
    static Wire get(String path) {
        return ask("GET", path, HOST, List.of(), "");
    }

    /** A form from one of our own pages. */
    static Wire post(String path, String form) {
        return ask("POST", path, HOST, List.of("Sec-Fetch-Site: same-origin"), form);
    }

    /** The same, on a slow line: the head arrives first, the form half a second later. */
    static Wire postSlowly(String path, String form) {
        return ask("POST", path, HOST, List.of("Sec-Fetch-Site: same-origin"), form, Duration.ofMillis(500));
    }

    /** @param extra header lines, such as {@code Origin: null} */
    static Wire ask(String method, String path, String host, List<String> extra, String body) {
        return ask(method, path, host, extra, body, Duration.ZERO);
    }

    private static Wire ask(
            String method, String path, String host, List<String> extra, String body, Duration beforeTheBody) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        request.append("Host: ").append(host).append("\r\n");
        extra.forEach(line -> request.append(line).append("\r\n"));
        if (method.equals("POST")) {
            request.append("Content-Type: application/x-www-form-urlencoded\r\n");
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        try (Socket socket = new Socket("localhost", PORT)) {
            socket.setSoTimeout(60_000);
            request.append("\r\n");
            if (beforeTheBody.isZero()) {
                // In one packet, as most short forms come.
                request.append(body);
            }
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            if (!beforeTheBody.isZero()) {
                Thread.sleep(beforeTheBody.toMillis());
                socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            }
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private static Wire parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String head = end < 0 ? answer : answer.substring(0, end);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip(), (a, b) -> a + "\n" + b);
        });
        return new Wire(Integer.parseInt(head.split(" ", 3)[1]), headers, end < 0 ? "" : answer.substring(end + 4));
    }
}
