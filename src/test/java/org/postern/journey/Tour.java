package org.postern.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.postern.web.Doors;

/**
 * One person's walk from link to link, over one page of each kind: in a browser that runs no script, where everything
 * must work, and in one that does, where the accessibility rules are judged.
 */
final class Tour {
    private final String origin;
    private final Routes routes;
    private final Eye eye;
    private final Page plain;
    private final Page scripted;
    private final Set<String> looked;

    /** @param looked the kinds of page that somebody already looked at; grows */
    Tour(String origin, Routes routes, Eye eye, Page plain, Page scripted, Set<String> looked) {
        this.origin = origin;
        this.routes = routes;
        this.eye = eye;
        this.plain = eye.on(plain);
        this.scripted = eye.on(scripted);
        this.looked = looked;
        for (Page page : List.of(plain, scripted)) {
            page.onResponse(response -> {
                if (response.status() < 400) {
                    routes.answered(path(response.url()));
                }
            });
        }
    }

    Page plain() {
        return plain;
    }

    /** Walks on from these paths until no page of a new kind is linked. */
    void walk(List<String> from) {
        Deque<String> ahead = new ArrayDeque<>(from);
        Set<String> met = new HashSet<>(from);
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst();
            if (isNew(path)) {
                look(path);
                links().stream().filter(met::add).forEach(ahead::add);
            }
        }
    }

    private boolean isNew(String path) {
        Optional<Doors.Door> door = routes.of(path(path));
        if (door.isEmpty()) {
            eye.found(plain.url(), "links to what is not there: " + path);
        }
        return door.isPresent() && !looked.contains(door.get().template());
    }

    /** A page by its address, as English or the language of its first step. */
    void look(String path) {
        look(path, true);
    }

    /** @param everywhere or narrow alone, where another language of the same page was judged already */
    void look(String path, boolean everywhere) {
        Doors.Door door = routes.of(path(path)).orElseThrow(() -> new AssertionError("no such page: " + path));
        looked.add(door.template());
        if (door.template().matches(".*\\.(csv|png|jpg|pdf)")) {
            routes.answered(path(path));
            expect200(path, plain.context().request().get(origin + path).status());
            return;
        }
        String name = name(door, path);
        expect200(path, status(plain.navigate(origin + path)));
        List<Integer> widths = everywhere ? Eye.WIDTHS : Eye.NARROW;
        eye.look(plain, name, language(path), widths);
        scripted.navigate(origin + path);
        eye.judge(scripted, name, widths);
    }

    private void expect200(String path, int status) {
        if (status != 200) {
            eye.found(path, "answers " + status);
        }
    }

    private static int status(Response response) {
        return Objects.requireNonNull(response).status();
    }

    private List<String> links() {
        List<String> links = new ArrayList<>();
        for (Object href : (List<?>) plain.locator("a[href]").evaluateAll("all => all.map(a => a.href)")) {
            String link = String.valueOf(href).replaceFirst("#.*", "");
            if (link.startsWith(origin + "/")) {
                links.add(link.substring(origin.length()));
            }
        }
        return links;
    }

    private static String language(String path) {
        return path.matches("/(ru|es|fr|de|fa)(/.*)?") ? path.substring(1, 3) : "en";
    }

    /** @return such as {@code en-people-slug-letter}: no name of a file may carry a secret address */
    private static String name(Doors.Door door, String path) {
        String name = door.template()
                .replaceFirst("^/\\{lang:[^}]*}", "/" + language(path))
                .replaceFirst(
                        "\\{kind:[^}]*}",
                        path.contains("/officials/") ? "officials" : path.contains("/own/") ? "own" : "people")
                .replaceAll("\\{(\\w+)(:([^{}]|\\{[^}]*})*)?}", "$1")
                .replaceFirst("^/", "")
                .replace('/', '-');
        return name.isEmpty() ? "door" : name;
    }

    private static String path(String url) {
        String path = URI.create(url.replaceFirst("[?#].*", "")).getPath();
        return path.isEmpty() ? "/" : path;
    }
}
