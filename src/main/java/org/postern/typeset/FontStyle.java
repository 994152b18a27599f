package org.postern.typeset;

/** A family of faces in one of its four styles; family as in the file's name, such as {@code LiberationSerif}. */
record FontStyle(String family, boolean bold, boolean italic) {
    FontStyle strong() {
        return new FontStyle(family, true, italic);
    }

    /** Upright within what is italic already, as in a caption. */
    FontStyle emphasised() {
        return new FontStyle(family, bold, !italic);
    }
}
