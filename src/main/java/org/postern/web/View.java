package org.postern.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
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
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every template may ask beside its own model: words, dates and numbers in the page's language, who looks. */
public final class View {
    /** Its arguments are tags of languages. */
    private static final Set<String> OF_LANGUAGES = Set.of("objection.languages", "flag.language", "flag.case");
    /** Its third argument is a script's code, or empty. */
    private static final String OF_A_SCRIPT = "finding.NO_FONT";

    private final Visit visit;
    private final Assets assets;
    private final Locale locale;
    private final ZoneId zone;
    private final boolean demo;
    private final int mails;

    View(Visit visit, Assets assets, ZoneId zone, boolean demo, int mails) {
        this.assets = assets;
        this.visit = visit;
        this.locale = visit.locale();
        this.zone = zone;
        this.demo = demo;
        this.mails = mails;
    }

    /** @return the words for a key in the page's language */
    public String t(String key, @Nullable Object... arguments) {
        return Messages.say(locale, key, arguments);
    }

    public boolean has(String key) {
        return Messages.has(key);
    }

    public String lang() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    public boolean rtl() {
        return "fa".equals(locale.getLanguage());
    }

    /** @return a public path in the page's language: {@code /people} becomes {@code /en/people} */
    public String url(String path) {
        return "/" + lang() + path;
    }

    /** @return e.g. "3 March 2026" */
    public String date(LocalDate day) {
        return format("yMMMMd", day);
    }

    /** @return e.g. "3 Mar" */
    public String shortDate(LocalDate day) {
        return format("MMMd", day);
    }

    /** @return e.g. "2026"; in Persian the year of its own calendar */
    public String year(LocalDate day) {
        return format("y", day);
    }

    /** @return the day of an instant in the house's zone */
    public LocalDate localDay(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** @return the day of an instant in the house's zone, e.g. "3 March 2026" */
    public String day(Instant instant) {
        return date(localDay(instant));
    }

    /** @return e.g. "Sunday 22 November, 20:00" in the house's zone */
    public String moment(Instant instant) {
        return moment(instant, zone);
    }

    /** @return e.g. "Sunday 22 November, 20:00" in a given zone */
    public String moment(Instant instant, ZoneId at) {
        DateFormat format = DateFormat.getPatternInstance("EEEEMMMMdHm", formats());
        format.setTimeZone(TimeZone.getTimeZone(at.getId()));
        return format.format(Date.from(instant));
    }

    /** @return the time of this day in the house's zone, e.g. "18:41"; of what just happened, for nothing keeps it so exactly */
    public String clock(Instant instant) {
        DateFormat format = DateFormat.getPatternInstance("Hm", formats());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }

    /** An hour in the house's zone, e.g. "3 March 2026, 14:00"; what happened is kept no more exactly. */
    public String hour(Instant instant) {
        DateFormat format = DateFormat.getPatternInstance("yMMMMdHm", formats());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }

    /** @return e.g. "5 hours", from two days on "3 days" */
    public String hours(long hours) {
        return hours < 48 ? t("hours.hours", hours) : t("hours.days", hours / 24);
    }

    public String number(long n) {
        return NumberFormat.getInstance(ULocale.forLocale(locale)).format(n);
    }

    /** @return a script's name in the page's language, from its ISO 15924 code */
    public String script(String code) {
        return ULocale.getDisplayScript("und-" + code, ULocale.forLocale(locale));
    }

    /** @return what stands against something, where codes of languages and scripts among the arguments are named */
    public String against(String key, List<Object> arguments) {
        Object[] said = arguments.toArray();
        if (OF_LANGUAGES.contains(key)) {
            Arrays.setAll(said, i -> language(said[i].toString()));
        } else if (key.equals(OF_A_SCRIPT) && said.length == 3) {
            said[2] = said[2].equals("") ? "none" : script(said[2].toString());
        }
        return t(key, said);
    }

    /** @return a country's name in the page's language */
    public String country(String iso2) {
        return ULocale.getDisplayCountry("und-" + iso2, ULocale.forLocale(locale));
    }

    /** @return a language's name in the page's language */
    public String language(String tag) {
        return ULocale.getDisplayLanguage(tag, ULocale.forLocale(locale));
    }

    /** @return e.g. "Berlin, Tbilisi and Vilnius"; each in its own direction, so that no comma changes sides */
    public String list(List<String> names) {
        return ListFormatter.getInstance(formats())
                .format(names.stream()
                        .map(name -> rtl() ? "\u2068" + name + "\u2069" : name)
                        .toList());
    }

    /** @return a static file's address, which changes with each build so that caches let go of the old one */
    public String asset(String file) {
        return assets.address(file);
    }

    /** @return the rooms that the signed-in person's roles open */
    public List<Room> rooms() {
        return Arrays.stream(Room.values())
                .filter(room -> room.isOpenTo(roles()))
                .toList();
    }

    public List<Language> languages() {
        return Languages.TAGS.stream()
                .map(tag -> new Language(tag, Languages.ownName(tag), Languages.swap(visit.path(), tag)))
                .toList();
    }

    public boolean demo() {
        return demo;
    }

    /** @return how many mails the demo would have sent */
    public int mails() {
        return mails;
    }

    public String path() {
        return visit.path();
    }

    /** @return whether single keys may press the desk's buttons: the member may say no */
    public boolean keys() {
        return visit.keys();
    }

    public @Nullable String staffName() {
        return visit.staffName();
    }

    public Set<String> roles() {
        return visit.roles();
    }

    public boolean may(String role) {
        return visit.roles().contains(role);
    }

    public @Nullable String csrf() {
        return visit.formToken();
    }

    private String format(String skeleton, LocalDate day) {
        DateFormat format = DateFormat.getPatternInstance(skeleton, formats());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** English without a country is American to ICU: month before day, which the rest of the world misreads. */
    private ULocale formats() {
        return lang().equals("en") ? ULocale.UK : ULocale.forLocale(locale);
    }
}
