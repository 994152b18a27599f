package org.postern.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What an operator decides, from {@code microprofile-config.properties} or the environment. */
@ApplicationScoped
public class Settings {
    private final Config config;

    @Inject
    public Settings(Config config) {
        this.config = config;
    }

    /** For CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected Settings() {
        this.config = null;
    }

    public boolean demo() {
        return config.getValue("postern.demo", Boolean.class);
    }

    public String databaseUrl() {
        return text("postern.db.url");
    }

    /** @return the addresses people reach us by, as browsers write them: in small letters, without a slash at the end; the first goes into mails */
    public List<String> origins() {
        return List.of(text("postern.origins").split("\\s*,\\s*")).stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .toList();
    }

    /** @return the proxies we run, whose word on who asks is believed: addresses, or networks */
    List<String> proxies() {
        return optional("postern.proxies").stream()
                .flatMap(list -> Arrays.stream(list.split("\\s*,\\s*", -1)))
                .toList();
    }

    /** @return an absolute address for a mail, {@code path} beginning with a slash */
    public String link(String path) {
        return origins().get(0) + path;
    }

    public List<String> hosts() {
        return origins().stream()
                .map(origin -> URI.create(origin).getAuthority())
                .toList();
    }

    public ZoneId zone() {
        return ZoneId.of(text("postern.zone"));
    }

    public Path keys() {
        return Path.of(text("postern.keys"));
    }

    public Optional<Path> templates() {
        return optional("postern.templates").map(Path::of);
    }

    /** @return how far tests have moved the clock; zero in real life */
    public Duration clockOffset() {
        return Duration.parse(text("postern.clock"));
    }

    public boolean lettersWithoutEmail() {
        return config.getValue("postern.letters.without-email", Boolean.class);
    }

    /** @return how long a posting may be undone; its writer is told afterwards */
    public Duration undoPosting() {
        return Duration.parse(text("postern.posting.undo"));
    }

    /** @return from which score of a letter's flags on two readers must find it good; 0: one always does */
    public int twoReaders() {
        return config.getValue("postern.review.two-readers", Integer.class);
    }

    /** @return how many mails a day may ask one address to confirm */
    public int unconfirmedMailsADay() {
        return config.getValue("postern.mails.unconfirmed-a-day", Integer.class);
    }

    /** @return how many letters may be begun and not sent at once */
    public int mostDrafts() {
        return config.getValue("postern.drafts.most", Integer.class);
    }

    /** @return from how many letters in 30 days on the public sees a number instead of a band */
    public int numbersExactFrom() {
        return config.getValue("postern.numbers.exact-from", Integer.class);
    }

    /** @return whom a reader may turn to after a hard letter, in the operator's words */
    public Optional<String> reviewHelp() {
        return optional("postern.review.help");
    }

    public boolean newAdminLink() {
        return config.getValue("postern.new-admin-link", Boolean.class);
    }

    public Optional<String> smtpHost() {
        return optional("postern.smtp.host");
    }

    public int smtpPort() {
        return config.getValue("postern.smtp.port", Integer.class);
    }

    public Optional<String> smtpUser() {
        return optional("postern.smtp.user");
    }

    public String smtpPassword() {
        return optional("postern.smtp.password").orElse("");
    }

    /** @return {@code starttls}, {@code tls} or {@code none} */
    public String smtpTls() {
        return text("postern.smtp.tls");
    }

    public String mailFrom() {
        return text("postern.mail.from");
    }

    public String demoBind() {
        return text("postern.demo.bind");
    }

    private String text(String name) {
        return config.getValue(name, String.class).trim();
    }

    private Optional<String> optional(String name) {
        return config.getOptionalValue(name, String.class).map(String::trim).filter(value -> !value.isEmpty());
    }
}
