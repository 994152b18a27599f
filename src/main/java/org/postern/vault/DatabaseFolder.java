package org.postern.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the database keeps its own files, if the address of the database tells. */
final class DatabaseFolder {
    private DatabaseFolder() {}

    /** The folder of an H2 file; null for memory and for servers. */
    static @Nullable Path of(String jdbcUrl) {
        if (!jdbcUrl.startsWith("jdbc:h2:") || jdbcUrl.matches("jdbc:h2:(mem|tcp|ssl|zip):.*")) {
            return null;
        }
        String file = jdbcUrl.substring("jdbc:h2:".length()).replaceFirst("^(file|nio|nioMapped|async|split):", "");
        String home = System.getProperty("user.home");
        return Path.of(file.replaceFirst(";.*", "").replaceFirst("^~", home))
                .toAbsolutePath()
                .getParent();
    }
}
