package org.postern.web;

/**
 * A language of the switch at the top of each page.
 *
 * @param tag BCP 47, such as {@code fa}
 * @param name its own name, such as فارسی
 * @param href the same page in it
 */
public record Language(String tag, String name, String href) {}
