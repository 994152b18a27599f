package org.postern.web;

/**
 * A line of "what we keep, and until when", already in the reader's language.
 *
 * @param what such as "Your words and photo"
 * @param until such as "14 days after posting"
 */
public record Kept(String what, String until) {}
