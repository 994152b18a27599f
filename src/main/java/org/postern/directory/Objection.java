package org.postern.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter cannot go as it is, or should be looked at; a page says it in its reader's language.
 *
 * @param field where it stands: {@code body}, {@code signedAs}, {@code photo}, {@code language}, {@code email},
 *     {@code notBefore}
 * @param key of the message, e.g. {@code objection.max-pages}
 * @param arguments of the message
 * @param quote the writer's own words it is about, null for the whole field
 */
public record Objection(
        Severity severity,
        String field,
        String key,
        List<Object> arguments,
        @Nullable String quote) {

    public static Objection blocks(String field, String key, Object... arguments) {
        return new Objection(Severity.BLOCKS, field, key, List.of(arguments), null);
    }

    public static Objection warns(String field, String key, Object... arguments) {
        return new Objection(Severity.WARNS, field, key, List.of(arguments), null);
    }

    public static Objection routes(String field, String key, Object... arguments) {
        return new Objection(Severity.ROUTES, field, key, List.of(arguments), null);
    }

    public Objection about(String wordsOfTheWriter) {
        return new Objection(severity, field, key, arguments, wordsOfTheWriter);
    }

    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
