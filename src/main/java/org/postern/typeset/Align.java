package org.postern.typeset;

/** Where a line stands in its box; start and end follow the direction of the text. */
public enum Align {
    START,
    CENTRE,
    END
}
