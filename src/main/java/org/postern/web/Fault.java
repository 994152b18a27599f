package org.postern.web;

/**
 * Something to mend in a form, linked from the summary at its top.
 *
 * @param field the id of the field
 * @param words what is wrong and what mends it, in the reader's language
 */
public record Fault(String field, String words) {}
