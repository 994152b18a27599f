package org.postern.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody at the desk without a browser: forms go as a browser sends them, from any thread, and may be cut off.
 *
 * <p>Whatever is sent throws {@link UncheckedIOException} where nobody answers.
 */
final class Volunteer {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningPostern postern;
    private final String cookie;
    private final String token;

    private Volunteer(RunningPostern postern, String role) {
        this.postern = postern;
        this.cookie = send(posting("/demo/sessions", "", Map.of("role", role)))
                .headers()
                .firstValue("set-cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        this.token = find(TOKEN, text("/desk"));
    }

    /** By the strip of the demo; who they are outlives the server. */
    static Volunteer lookInAs(RunningPostern postern, String role) {
        return new Volunteer(postern, role);
    }

    /** @return a page */
    String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    byte[] bytes(String path) {
        return good(send(to(path, cookie).GET().build())).body();
    }

    /** @return where the button led to */
    String press(String path, Map<String, String> fields) {
        return ledTo(send(posting(path, cookie, signed(fields))));
    }

    /** @return the file that the button gave */
    byte[] take(String path) {
        return good(send(posting(path, cookie, signed(Map.of())))).body();
    }

    /** A form with files. @return where the button led to */
    String upload(String path, Map<String, String> fields, String name, List<byte[]> files) {
        String edge = "postern-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        signed(fields).forEach((field, value) -> {
            part(body, edge, "name=\"" + field + "\"\r\n");
            body.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        });
        for (byte[] file : files) {
            part(body, edge, "name=\"" + name + "\"; filename=\"scan\"\r\nContent-Type: application/octet-stream\r\n");
            body.writeBytes(file);
        }
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ledTo(send(to(path, cookie)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build()));
    }

    private static void part(ByteArrayOutputStream body, String edge, String head) {
        String before = body.size() == 0 ? "" : "\r\n";
        body.writeBytes((before + "--" + edge + "\r\nContent-Disposition: form-data; " + head + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> signed(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", token);
        return all;
    }

    private HttpRequest posting(String path, String as, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return to(path, as)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private HttpRequest.Builder to(String path, String as) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(postern.origin() + path))
                .timeout(PATIENCE)
                .header("Sec-Fetch-Site", "same-origin");
        return as.isEmpty() ? request : request.header("Cookie", as);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<byte[]> good(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " from " + answer.request() + " "
                    + answer.headers().firstValue("location").orElse(""));
        }
        return answer;
    }

    private static String ledTo(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("location")
                .map(where -> where.replaceFirst("^https?://[^/]*", ""))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " from " + answer.request() + "\n"
                        + new String(answer.body(), StandardCharsets.UTF_8)));
    }

    /** @return the first group of what a page says */
    static String find(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in\n" + page);
        }
        return found.group(1);
    }
}
