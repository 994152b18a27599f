package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestGuardTest {
    private static final List<String> ORIGINS = List.of("https://letters.example", "http://abc.onion");

    private static HttpServletRequest request(String secFetchSite, String origin) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (secFetchSite != null) {
            headers.put("Sec-Fetch-Site", secFetchSite);
        }
        if (origin != null) {
            headers.put("Origin", origin);
        }
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getHeader")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return headers.get((String) arguments[0]);
                });
    }

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
                    same-origin, https://letters.example, true
                    same-origin, -,                       true
                    # the browser knows better than a header that a page can leave out
                    same-site,   https://letters.example, false
                    cross-site,  https://letters.example, false
                    none,        https://letters.example, false
                    cross-site,  https://evil.example,    false
                    '',          https://letters.example, false
                    # browsers that do not say: our own addresses, each of them, whole
                    -,           https://letters.example, true
                    -,           http://abc.onion,        true
                    -,           http://letters.example,  false
                    -,           https://letters.example.evil.example, false
                    -,           https://letters.example:8443, false
                    -,           https://evil.example,    false
                    -,           null,                    false
                    -,           -,                       false
                    """)
    void a_form_is_taken_from_our_own_pages_only(String secFetchSite, String origin, boolean taken) {
        assertThat(RequestGuard.fromOurOwnPage(request(secFetchSite, origin), ORIGINS))
                .isEqualTo(taken);
    }
}
