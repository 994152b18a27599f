package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postern.TestSettings;
import org.postern.vault.Token;

class SessionCookieTest {
    private static final Map<String, String> BY_TLS = Map.of("Host", "Letters.example");
    private static final Map<String, String> BY_ONION = Map.of("Host", "abc.onion");

    private final SessionCookie cookie =
            new SessionCookie(TestSettings.of(Map.of("postern.origins", "https://letters.example, http://abc.onion")));
    private final Token token = Token.random();

    @Test
    void under_tls_only_the_name_is_read_that_a_neighbour_cannot_set() {
        assertThat(cookie.read(TestRequest.with(BY_TLS, new Cookie("__Host-postern", token.text()))))
                .contains(token);
        assertThat(cookie.read(TestRequest.with(BY_TLS, new Cookie("postern", token.text()))))
                .isEmpty();
    }

    @Test
    void an_onion_address_has_no_tls_and_the_plain_name() {
        assertThat(cookie.read(TestRequest.with(BY_ONION, new Cookie("postern", token.text()))))
                .contains(token);
        assertThat(cookie.read(TestRequest.with(BY_ONION, new Cookie("__Host-postern", token.text()))))
                .isEmpty();
    }

    @Test
    void nonsense_is_nobody() {
        assertThat(cookie.read(TestRequest.with(BY_ONION))).isEmpty();
        assertThat(cookie.read(TestRequest.with(BY_ONION, new Cookie("postern", "a"))))
                .isEmpty();
    }
}
