package org.postern.journey;

import jakarta.ws.rs.GET;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postern.web.Doors;

/** Every address that answers a GET, read from the product's classes, and which of them somebody has been to. */
final class Routes {
    private final List<Doors.Door> doors = Doors.with(GET.class, "/");
    private final Set<String> seen = new HashSet<>();

    /** @param path without query */
    Optional<Doors.Door> of(String path) {
        return doors.stream().filter(door -> door.leadsTo(path)).findFirst();
    }

    /** It answered: with a page, a picture, a file, or the way to another page. */
    void answered(String path) {
        of(path).ifPresent(door -> seen.add(door.template()));
    }

    /** @return those without a parameter, in English, beginning so */
    List<String> fixed(String prefix) {
        return doors.stream()
                .filter(Doors.Door::isFixed)
                .map(door -> door.template().replaceFirst("^/\\{lang:[^}]*}", "/en"))
                .filter(path -> path.startsWith(prefix) && !path.endsWith(".csv"))
                .toList();
    }

    /** @return where nobody has been */
    List<String> neverSeen() {
        return doors.stream()
                .map(Doors.Door::template)
                .filter(template -> !seen.contains(template))
                .toList();
    }
}
