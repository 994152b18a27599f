package org.postern.web;

import java.util.List;
import java.util.Locale;

/** The languages of the public pages, each under {@code /<tag>/...}. */
public final class Languages {
    /** BCP 47 tags, in the order of the switch. */
    public static final List<String> TAGS = List.of("en", "ru", "es", "fr", "de", "fa");

    /** For {@code @Path}: the first step of every public path. */
    public static final String PATH = "/{lang:en|ru|es|fr|de|fa}";

    private Languages() {}

    /** @return whether a request path is a public page, which carries its language */
    public static boolean isPublic(String path) {
        return TAGS.contains(first(path));
    }

    /** @return the language a path asks for, English where it carries none */
    public static Locale ofPath(String path) {
        String tag = first(path);
        return TAGS.contains(tag) ? Locale.forLanguageTag(tag) : Locale.ENGLISH;
    }

    /** @return the best of ours for an {@code Accept-Language} header; English for none or nonsense */
    public static String best(String acceptLanguage) {
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return tag == null ? "en" : tag;
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }

    /** @return {@code path} in another language */
    public static String swap(String path, String tag) {
        return isPublic(path) ? "/" + tag + path.substring(first(path).length() + 1) : "/" + tag + "/";
    }

    /** @return the language's name in itself, e.g. {@code Русский} */
    public static String ownName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.length() < 2 ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
