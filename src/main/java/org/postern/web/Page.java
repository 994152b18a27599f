package org.postern.web;

/**
 * A page to show: {@code src/main/jte/<template>.jte}, which takes the parameters view and page.
 *
 * @param template e.g. {@code compose/person}
 * @param model the page's record
 * @param status the HTTP status, 200 for most
 * @param secret whether the page carries a token or a letter: never stored, never indexed
 */
public record Page(String template, Object model, int status, boolean secret) {

    public static Page of(String template, Object model) {
        return new Page(template, model, 200, false);
    }

    /** A page of words alone. */
    public static Page of(String template) {
        return of(template, Page.class);
    }

    /** @return the same page, kept out of caches and search engines */
    public Page keptSecret() {
        return new Page(template, model, status, true);
    }

    public Page withStatus(int code) {
        return new Page(template, model, code, secret);
    }
}
