package org.postern.directory;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's name in one script.
 *
 * @param patronymic father's name, where people bear one
 */
public record Name(String family, String given, @Nullable String patronymic) {

    /** @return given, patronymic, family: as one says it */
    public String spoken() {
        return joined(given, patronymic, family);
    }

    /** @return family, given, patronymic: as a Russian envelope needs it */
    public String familyFirst() {
        return joined(family, given, patronymic);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
