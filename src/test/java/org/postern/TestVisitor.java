package org.postern;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** A request of which only is known where it comes from. */
public final class TestVisitor {
    private TestVisitor() {}

    /** @param forwarded the lines of {@code X-Forwarded-For} */
    public static HttpServletRequest from(String peer, String... forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeaders" ->
                        Collections.enumeration(
                                "X-Forwarded-For".equals(arguments[0]) ? List.of(forwarded) : List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
