package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built WAR in its server, as it answers over the wire; the suite's one deployment. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ContainerIT {
    private static final String EVERYWHERE =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Deployment(testable = false)
    static WebArchive built() throws IOException {
        forgetTheLastRun();
        File war = new File(System.getProperty("postern.war", "target/postern.war"));
        return ShrinkWrap.createFromZipFile(WebArchive.class, war);
    }

    /** Its database may have the tables of older code, and then the server would rightly not start. */
    private static void forgetTheLastRun() throws IOException {
        Path left =
                Path.of(System.getProperty("postern.war", "target/postern.war")).resolveSibling("container");
        if (Files.exists(left)) {
            try (Stream<Path> files = Files.walk(left)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Document page(Wire answer) {
        return Jsoup.parse(answer.body(), "http://" + Wire.HOST + "/");
    }

    @Test
    void it_says_when_it_is_ready() {
        Wire answer = Wire.get("/health/ready");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"UP\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/en/, public",
        "/en/people, public",
        "/en/nothing, public",
        "/demo/mail, public",
        "/desk/sign-in, desk",
        "/desk/review, desk"
    })
    void each_kind_of_page_has_its_headers(String path, String kind) {
        Wire answer = Wire.get(path);
        assertThat(answer.headers())
                .containsAllEntriesOf(Map.of(
                        "Content-Security-Policy",
                                EVERYWHERE + (kind.equals("desk") ? "; script-src 'self'; connect-src 'self'" : ""),
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Cache-Control", "no-store"))
                .doesNotContainKey("X-Powered-By");
    }

    @Test
    void a_static_file_may_be_kept_for_a_year() {
        String sheet = page(Wire.get("/en/")).select("link[rel=stylesheet]").attr("href");
        Wire answer = Wire.get(sheet);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Content-Security-Policy", "default-src 'none'")
                .doesNotContainKey("Set-Cookie");
        assertThat(answer.headers().get("Content-Type")).startsWith("text/css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "localhost:80", "localhost.evil.example:18181"})
    void it_answers_under_its_own_names_only(String host) {
        assertThat(Wire.ask("GET", "/en/", host, List.of(), "").status()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: none",
                "Origin: https://evil.example",
                "Origin: null",
                "X-Nothing: said"
            })
    void a_form_from_elsewhere_is_refused(String said) {
        assertThat(Wire.ask("POST", "/en/mine", Wire.HOST, List.of(said), "code=AAAAA")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_form_of_our_own_is_taken_from_browsers_that_say_only_the_origin() {
        Wire answer = Wire.ask("POST", "/en/mine", Wire.HOST, List.of("Origin: http://" + Wire.HOST), "code=AAAAA");
        assertThat(answer.status()).isNotEqualTo(403).isLessThan(500);
    }

    @Test
    void a_form_that_comes_a_moment_after_its_headers_loses_no_letter() {
        Wire answer = Wire.postSlowly("/demo/sessions", "role=organiser");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("Location")).isEqualTo("/desk");
    }

    @Test
    void a_letter_that_comes_a_moment_after_its_headers_is_whole() {
        String form = String.join(
                "\r\n",
                "--cut",
                "Content-Disposition: form-data; name=\"body\"",
                "",
                "The heron stood still.",
                "--cut",
                "Content-Disposition: form-data; name=\"signedAs\"",
                "",
                "Marta",
                "--cut--",
                "");
        Wire answer = Wire.postSlowly("/en/people/vera-solodova/letter", "multipart/form-data; boundary=cut", form);
        assertThat(page(answer).select("#body").val().strip()).isEqualTo("The heron stood still.");
        assertThat(page(answer).select("#signedAs").val()).isEqualTo("Marta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=%ff", "code=%c3", "code=%c0%af", "code=%ed%a0%80", "code=%00", "code=%zz"})
    void broken_utf_8_is_refused(String form) {
        Wire answer = Wire.post("/en/mine", form);
        assertThat(answer.status()).isEqualTo(400);
        isOurPage(answer, 400);
    }

    /** What nothing needs is not offered: behind a proxy, forms come over HTTP/1.1 alone. */
    @Test
    void a_browser_that_offers_http_2_is_answered_in_http_1() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + Wire.HOST + "/en/"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_that_comes_after_its_head_is_read_whole() {
        Wire answer = Wire.postSlowly("/en/mine", "code=ABCDE");
        assertThat(page(answer).select("#code").val()).isEqualTo("ABCDE");
        assertThat(Wire.postSlowly("/en/mine", "code=%FF").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/../en/", "/static/../en/", "/static/./postern.css", "/en;x/people"})
    void an_address_that_steps_aside_is_refused(String path) {
        isOurPage(Wire.get(path), 400);
    }

    @Test
    void a_body_that_is_too_long_is_refused() {
        Wire answer = Wire.post("/en/mine", "code=" + "a".repeat(14_680_064));
        assertThat(answer.status()).isEqualTo(413);
        isOurPage(answer, 413);
    }

    @Test
    void a_body_that_is_announced_too_long_is_refused_before_it_is_sent_and_the_line_is_closed() throws IOException {
        String head = "POST /en/mine HTTP/1.1\r\nHost: " + Wire.HOST + "\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 14680065\r\n\r\n";
        try (Socket socket = new Socket("localhost", Wire.PORT)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(2_000);
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void words_that_are_too_long_are_refused() {
        assertThat(Wire.post("/en/mine", "code=" + "a".repeat(1_048_576)).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"})
    void pages_are_read_and_forms_are_sent_and_nothing_else(String method) {
        assertThat(Wire.ask(method, "/en/", Wire.HOST, List.of(), "").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/nothing", "/nothing", "/en/people/nobody", "/en/people/nobody/letter", "/xx/people"})
    void what_is_not_there_is_said_in_our_words(String path) {
        Wire answer = Wire.get(path);
        assertThat(answer.status()).isEqualTo(404);
        isOurPage(answer, 404);
    }

    private static void isOurPage(Wire answer, int status) {
        ResourceBundle words = ResourceBundle.getBundle("messages", Locale.ENGLISH);
        assertThat(page(answer).select("h1").text()).isEqualTo(words.getString("error." + status + ".title"));
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "Payara", "GlassFish", "Jersey");
    }

    @TestFactory
    Stream<DynamicTest> no_page_of_the_desk_is_shown_without_a_session() {
        return Doors.with(GET.class, "/desk").stream()
                .filter(door -> !door.mayAnyone())
                .map(door -> dynamicTest(door.path(), () -> {
                    Wire answer = Wire.get(door.path());
                    assertThat(answer.status()).isEqualTo(303);
                    assertThat(answer.headers().get("Location")).startsWith("/desk/sign-in?then=");
                    assertThat(page(answer).text()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> no_deed_of_the_desk_is_done_without_a_session() {
        return Doors.with(POST.class, "/desk").stream()
                .filter(door -> !door.mayAnyone())
                .map(door -> dynamicTest(
                        door.path(),
                        () -> assertThat(Wire.post(door.path(), "csrf=").status())
                                .isEqualTo(403)));
    }

    @Test
    void the_doors_are_found() {
        assertThat(Doors.with(GET.class, "/desk").stream().map(Doors.Door::path))
                .contains("/desk", "/desk/review", "/desk/numbers.csv", "/desk/staff", "/desk/batches/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "es", "fr", "de", "fa"})
    void every_public_page_answers_in_each_language(String tag) {
        for (Doors.Door door : Doors.with(GET.class, Languages.PATH)) {
            if (door.isFixed()) {
                isPublicPage(Wire.get("/" + tag + door.below(Languages.PATH)), tag);
            }
        }
        for (String list : List.of("/people", "/officials", "/campaigns")) {
            String link = linkBelow("/" + tag + list);
            isPublicPage(Wire.get(link), tag);
            if (!list.equals("/campaigns")) {
                isPublicPage(Wire.get(link + "/letter"), tag);
            }
        }
    }

    private static String linkBelow(String list) {
        return page(Wire.get(list)).select("main a[href^=" + list + "/]").stream()
                .map(Element::attributes)
                .map(attributes -> attributes.get("href").replaceAll("[?#].*", ""))
                .filter(href -> href.matches(list + "/[^/]+"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(list + " leads to nothing"));
    }

    private static void isPublicPage(Wire answer, String tag) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
        if (String.valueOf(answer.headers().get("Content-Type")).startsWith("text/html")) {
            Element html = page(answer).expectFirst("html");
            assertThat(html.attr("lang")).isEqualTo(tag);
            assertThat(html.attr("dir")).isEqualTo(tag.equals("fa") ? "rtl" : "ltr");
            assertThat(html.select("script, [style]")).isEmpty();
        }
    }

    @Test
    void the_demo_shows_its_mails() {
        Wire answer = Wire.get("/demo/mail");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
    }
}
