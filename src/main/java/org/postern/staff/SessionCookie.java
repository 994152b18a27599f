package org.postern.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.postern.vault.Token;
import org.postern.web.Settings;

/** The desk's only cookie. Supporters get none. */
@Dependent
class SessionCookie {
    /** A browser takes this name only over TLS, for this host and all paths. */
    static final String SECURE = "__Host-postern";

    /** For an onion address and this machine, where there is no TLS. */
    static final String PLAIN = "postern";

    private final Settings settings;

    @Inject
    SessionCookie(Settings settings) {
        this.settings = settings;
    }

    Optional<Token> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(request);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Token::parse);
    }

    NewCookie holding(Token token, HttpServletRequest request) {
        return cookie(token.text(), NewCookie.DEFAULT_MAX_AGE, request);
    }

    NewCookie gone(HttpServletRequest request) {
        return cookie("", 0, request);
    }

    private NewCookie cookie(String value, int maxAge, HttpServletRequest request) {
        return new NewCookie.Builder(name(request))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(name(request).equals(SECURE))
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }

    /** By our own list of addresses: behind a proxy the request itself does not know that it came over TLS. */
    private String name(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String origin = "https://" + (host == null ? "" : host.toLowerCase(Locale.ROOT));
        return settings.origins().contains(origin) ? SECURE : PLAIN;
    }
}
