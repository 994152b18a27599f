package org.postern.vault;

import java.nio.file.Path;

/** The database needs a key that the keys directory lacks: a wrong directory, or a database older than its keys. */
public class KeyFileMissing extends RuntimeException {
    KeyFileMissing(Path file) {
        super("key file " + file + " is missing; is postern.keys the directory that belongs to this database?");
    }
}
