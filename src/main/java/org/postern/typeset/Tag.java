package org.postern.typeset;

import org.jspecify.annotations.Nullable;

/**
 * What marks are to somebody who hears the page. One object is one element: lines that carry the same one, on one page or
 * several, are read as one. Elements stand in the order in which they first appear.
 */
final class Tag {
    /** Said neither aloud nor copied: folds, page numbers, marks of the sheet. */
    static final Tag ARTIFACT = new Tag(Kind.ARTIFACT, null, "", "", 1);

    static final Tag HEADER = new Tag(Kind.HEADER, null, "", "", 1);
    static final Tag FOOTER = new Tag(Kind.FOOTER, null, "", "", 1);

    enum Kind {
        ARTIFACT("Artifact"),
        HEADER("Artifact"),
        FOOTER("Artifact"),
        PARAGRAPH("P"),
        QUOTE("BlockQuote"),
        LIST("L"),
        NUMBERED("L"),
        ITEM("LI"),
        LABEL("Lbl"),
        ITEM_BODY("LBody"),
        FIGURE("Figure"),
        CAPTION("Caption"),
        TABLE("Table"),
        ROW("TR"),
        HEAD("TH"),
        CELL("TD");

        private final String pdf;

        Kind(String pdf) {
            this.pdf = pdf;
        }

        /** PDF's name of it. */
        String pdf() {
            return pdf;
        }
    }

    private final Kind kind;
    private final @Nullable Tag parent;
    private final String alternative;
    private final String language;
    private final int columns;

    private Tag(Kind kind, @Nullable Tag parent, String alternative, String language, int columns) {
        this.kind = kind;
        this.parent = parent;
        this.alternative = alternative;
        this.language = language;
        this.columns = columns;
    }

    static Tag paragraph() {
        return new Tag(Kind.PARAGRAPH, null, "", "", 1);
    }

    static Tag of(Kind kind) {
        return within(null, kind);
    }

    /**
     * A picture.
     *
     * @param alternative what is read instead
     * @param language BCP 47 of it, or empty for the letter's own
     */
    static Tag figure(@Nullable Tag parent, String alternative, String language) {
        return new Tag(Kind.FIGURE, parent, alternative, language, 1);
    }

    /** An element inside this one. */
    Tag child(Kind kind) {
        return within(this, kind);
    }

    /** An element inside another, or of the letter itself. */
    static Tag within(@Nullable Tag parent, Kind kind) {
        return new Tag(kind, parent, "", "", 1);
    }

    /** An element in another language than the letter's: BCP 47, empty for the same. */
    static Tag within(@Nullable Tag parent, Kind kind, String language) {
        return new Tag(kind, parent, "", language, 1);
    }

    /** A cell over several columns. */
    Tag cell(int columns) {
        return new Tag(Kind.CELL, this, "", "", columns);
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Tag parent() {
        return parent;
    }

    String alternative() {
        return alternative;
    }

    String language() {
        return language;
    }

    int columns() {
        return columns;
    }

    boolean artifact() {
        return kind.pdf().equals("Artifact");
    }
}
