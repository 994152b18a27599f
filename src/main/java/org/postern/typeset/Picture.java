package org.postern.typeset;

/**
 * A photo or drawing of a letter. It stands where the body has {@code ![caption](2)} alone in a paragraph, counted from 1,
 * with {@code ![caption](2 "page")} on a page of its own after the letter, and otherwise after the signature.
 *
 * @param caption below it where the body does not place it; may be empty
 */
record Picture(Photo photo, String caption) {}
