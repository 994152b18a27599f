package org.postern.site;

/** How a letter's address comes to be read: one kind a batch, so that an evening needs one way of folding. */
public enum Family {
    /** On the sheet, through the envelope's window. */
    WINDOW,
    /** On the envelope. */
    PLAIN,
    /** On the card itself. */
    POSTCARD;

    /** @param stationery that a letter is set on at a site */
    public static Family of(String stationery) {
        return switch (stationery) {
            case "plain" -> PLAIN;
            case "postcard" -> POSTCARD;
            default -> WINDOW;
        };
    }
}
