package org.postern.notify;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.notice.NoticeKind;
import org.postern.web.Settings;
import org.postern.web.TemplateFiles;

/**
 * The words of mails, {@code templates/mail/<locale>/<kind>.txt}: {@code Subject: …}, a blank line, the body with {@code
 * {link}} and perhaps {@code {until}} or {@code {days}}. A locale without the file says it in English: see {@code templates/mail/README.md}.
 */
@ApplicationScoped
class MailTexts {
    private static final String SUBJECT = "Subject: ";

    private TemplateFiles templates;
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    protected MailTexts() {}

    @Inject
    public MailTexts(TemplateFiles templates, Settings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /**
     * What a mail says of a letter.
     *
     * @param link absolute
     * @param until when the link's offer ends; null if it does not
     * @param days for which the oldest letter waits; 0 where nobody is told
     */
    record Facts(String link, @Nullable Instant until, long days) {}

    /**
     * @param language of the pages the writer used
     * @throws IllegalStateException if the template is not as it should be
     */
    Mail render(NoticeKind kind, String language, Facts facts) {
        Optional<String> own = find(language, kind);
        String locale = own.isPresent() ? language : "en";
        String text = own.or(() -> find("en", kind))
                .orElseThrow(() -> new IllegalStateException("No mail template for " + kind))
                .replace("\r\n", "\n");
        int blank = text.indexOf("\n\n");
        if (!text.startsWith(SUBJECT) || blank < 0 || text.indexOf('\n') != blank) {
            throw new IllegalStateException(
                    kind.file() + ".txt (" + locale + ") must begin with \"Subject: \" and a blank line");
        }
        String body = text.substring(blank + 2)
                .replace("{link}", facts.link())
                .replace("{days}", String.valueOf(facts.days()))
                .replace("{until}", facts.until() == null ? "" : day(facts.until(), locale));
        return new Mail(text.substring(SUBJECT.length(), blank).strip(), body);
    }

    private Optional<String> find(String locale, NoticeKind kind) {
        return templates.text("mail/" + locale + "/" + kind.file() + ".txt");
    }

    private String day(Instant instant, String locale) {
        // The Gregorian day in Persian too: it is the one that the page behind the link shows.
        ULocale spoken = locale.equals("en") ? ULocale.UK : new ULocale(locale);
        ULocale gregorian = spoken.setKeywordValue("calendar", "gregorian");
        DateFormat format = DateFormat.getPatternInstance("yMMMMd", gregorian);
        format.setTimeZone(TimeZone.getTimeZone(settings.zone().getId()));
        return format.format(Date.from(instant));
    }
}
