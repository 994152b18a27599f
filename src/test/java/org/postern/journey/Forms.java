package org.postern.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Forms sent without a browser, because no browser sends one twice at the same instant when it is told to. */
final class Forms {
    private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;

    Forms(RunningPostern postern) {
        this.origin = postern.origin();
    }

    /** @return the one-time key of the form on a page */
    String keyOf(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(origin + path)).build();
            Matcher found = FORM_KEY.matcher(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (!found.find()) {
                throw new IllegalStateException("No form at " + path);
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends one form several times at the same instant. */
    List<HttpResponse<String>> sendAtOnce(int times, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        List<CompletableFuture<HttpResponse<String>>> underWay = IntStream.range(0, times)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
        return underWay.stream().map(CompletableFuture::join).toList();
    }
}
