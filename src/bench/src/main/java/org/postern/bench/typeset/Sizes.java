package org.postern.bench.typeset;

import java.util.HashMap;
import java.util.Map;

/** How long and how many, as {@code -Dbench.sizes="repeats=3 seconds=1 …"} says; for a short look, or a long one. */
final class Sizes {
    private final Map<String, String> given = new HashMap<>();

    Sizes() {
        for (String pair : System.getProperty("bench.sizes", "").strip().split("[\\s,]+")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                given.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
    }

    int of(String name, int usual) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(usual)));
    }

    String of(String name, String usual) {
        return given.getOrDefault(name, usual);
    }
}
