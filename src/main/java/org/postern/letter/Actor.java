package org.postern.letter;

/**
 * Who did it, as the history keeps it: never a name.
 *
 * @param text {@code writer}, {@code clock} or {@code staff:<id>}
 */
public record Actor(String text) {
    public static final Actor WRITER = new Actor("writer");
    public static final Actor CLOCK = new Actor("clock");

    public static Actor staff(long id) {
        return new Actor("staff:" + id);
    }
}
