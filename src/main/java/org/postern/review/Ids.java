package org.postern.review;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Letters' ids in a form's hidden field, with dots between. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST = 20;

    private Ids() {}

    /** @return what is readable, at most the last 20 */
    static List<UUID> of(String text) {
        List<UUID> all = Arrays.stream(text.split("\\."))
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString)
                .distinct()
                .toList();
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    static String text(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining("."));
    }
}
