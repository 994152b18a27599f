package org.postern.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Fired once, when the database stands and before anyone is served: steps make ready what they need. What they say is
 * printed last on the console.
 */
public final class Starting {
    private final List<String> lines = new ArrayList<>();

    public void say(String line) {
        lines.add(line);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
