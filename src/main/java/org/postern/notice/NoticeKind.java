package org.postern.notice;

import java.util.Locale;

/** What a writer is told. Its words are {@code templates/mail/<locale>/<file>.txt}. */
public enum NoticeKind {
    /** The link whose button confirms. */
    CONFIRM,
    /** It arrived with the readers. */
    RECEIVED,
    /** No reader came to it within the time that was promised. */
    LATE,
    /** A reader found it good, and nothing holds it. */
    APPROVED,
    /** A reader asks for changes. */
    CHANGES_ASKED,
    /** Whoever translates it asks something. */
    QUESTION,
    REFUSED,
    /** It is approved, and must not be printed for now. */
    HELD,
    POSTED,
    /** The post brought it back; its words are still here. */
    RETURNED,
    /** The post brought it back, and its words are erased. */
    WRITE_AGAIN,
    /** Weeks after the posting: whether any word of it came. */
    SURVEY,
    /** An answer came, or its translation. */
    REPLIED;

    /** @return the template's file name without its ending */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
