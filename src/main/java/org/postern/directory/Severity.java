package org.postern.directory;

/** What an objection does to a letter. */
public enum Severity {
    /** Stops it until the writer mends it. */
    BLOCKS,
    /** Says that care is needed; stops nothing. */
    WARNS,
    /** Sends it another way: to a translator. */
    ROUTES
}
