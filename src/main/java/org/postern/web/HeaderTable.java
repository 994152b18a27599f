package org.postern.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one table of response headers by kind of page ({@code decisions.md}: the web). */
@SuppressWarnings("ImmutableEnumChecker") // written by the constructor alone
enum HeaderTable {
    PUBLIC(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    DESK(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                    + " script-src 'self'; connect-src 'self'"),
    STATIC("default-src 'none'");

    private final Map<String, String> headers = new LinkedHashMap<>();

    HeaderTable(String contentSecurityPolicy) {
        headers.put("Content-Security-Policy", contentSecurityPolicy);
        headers.put("X-Content-Type-Options", "nosniff");
        // Not no-referrer: with it Chromium sends "Origin: null" on our own forms.
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    Map<String, String> headers() {
        return headers;
    }

    static HeaderTable of(String path) {
        if (path.startsWith("/static/")) {
            return STATIC;
        }
        return path.equals("/desk") || path.startsWith("/desk/") ? DESK : PUBLIC;
    }
}
