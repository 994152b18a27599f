package org.postern.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every page knows about its reader: language, place, and at the desk who it is.
 *
 * @param lang the page's language, such as {@code en}
 * @param path the page's path without language, such as {@code /people/x}; the language switch is made of it
 * @param zone where days are counted
 * @param demo whether the sample strip is shown
 * @param staffName who is signed in, or null on public pages
 * @param roles the signed-in person's roles; empty on public pages
 * @param csrf the desk forms' token, or null where nobody is signed in
 * @param mails how many mails the demo has kept
 * @param version changes whenever a static file does, so that caches let go
 */
public record View(
        String lang,
        String path,
        ZoneId zone,
        boolean demo,
        @Nullable String staffName,
        Set<String> roles,
        @Nullable String csrf,
        int mails,
        String version) {
    private static final List<Language> LANGUAGES = List.of(
            new Language("en", "English", ""),
            new Language("ru", "Русский", ""),
            new Language("es", "Español", ""),
            new Language("fr", "Français", ""),
            new Language("de", "Deutsch", ""),
            new Language("fa", "فارسی", ""));

    /** The words of a key in the page's language; {@code args} as numbers {0}, {1} of an ICU message. */
    public String t(String key, Object... args) {
        return Messages.of(lang, key, args);
    }

    public boolean rtl() {
        return new ULocale(lang).isRightToLeft();
    }

    /** A public path in the page's language: {@code /people/x} becomes {@code /en/people/x}. */
    public String url(String publicPath) {
        return "/" + lang + publicPath;
    }

    public String asset(String file) {
        return "/static/" + file + "?v=" + version;
    }

    public String date(LocalDate day) {
        return format(day.atStartOfDay(ZoneOffset.UTC).toInstant(), "UTC");
    }

    /** The day of an instant in the site's zone. */
    public String day(Instant when) {
        return format(when, zone.getId());
    }

    private String format(Instant when, String zoneId) {
        DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, Messages.formats(lang));
        format.setTimeZone(TimeZone.getTimeZone(zoneId));
        return format.format(Date.from(when));
    }

    public String number(long count) {
        return NumberFormat.getIntegerInstance(Messages.formats(lang)).format(count);
    }

    /** Every language with the address of this same page in it. */
    public List<Language> languages() {
        return LANGUAGES.stream()
                .map(each -> new Language(each.tag(), each.name(), "/" + each.tag() + path))
                .toList();
    }

    /** The rooms that the signed-in person's roles open. */
    public List<Room> rooms() {
        return Arrays.stream(Room.values()).filter(room -> room.isOpenTo(roles)).toList();
    }
}
