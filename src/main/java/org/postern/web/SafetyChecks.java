package org.postern.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The settings under which a letter could be lost or a name leak: with these Postern does not start. */
@ApplicationScoped
class SafetyChecks {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private static final Pattern WRITES_AT_ONCE = Pattern.compile("(?i);WRITE_DELAY=0(;|$)");
    private static final Pattern ORIGIN =
            Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?");

    private final Settings settings;

    @Inject
    public SafetyChecks(Settings settings) {
        this.settings = settings;
    }

    @SuppressWarnings("NullAway")
    protected SafetyChecks() {
        this.settings = null;
    }

    /** @throws UnsafeStart with one line that says what to change */
    void refuseUnsafeSettings() {
        refuseForgetfulH2();
        settings.origins().forEach(SafetyChecks::refuseStrangeOrigin);
        settings.proxies().forEach(SafetyChecks::refuseStrangeProxy);
        if (settings.demo()) {
            refusePublicDemo();
        } else if (settings.smtpHost().isEmpty()) {
            throw new UnsafeStart("postern.smtp.host is empty: without it no writer can confirm a letter");
        }
        if (!Set.of("starttls", "tls", "none").contains(settings.smtpTls())) {
            throw new UnsafeStart("postern.smtp.tls must be starttls, tls or none, not " + settings.smtpTls());
        }
    }

    private void refuseForgetfulH2() {
        String url = settings.databaseUrl();
        if (Database.isEmbedded(url) && !WRITES_AT_ONCE.matcher(url).find()) {
            throw new UnsafeStart(
                    "postern.db.url needs ;WRITE_DELAY=0: without it H2 loses acknowledged letters when the"
                            + " machine stops");
        }
    }

    /** With one that is no address every page would answer 421, or every link in a mail lead nowhere. */
    private static void refuseStrangeOrigin(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new UnsafeStart(
                    "postern.origins must be addresses such as https://letters.example.org, not " + origin);
        }
    }

    private static void refuseStrangeProxy(String proxy) {
        try {
            Network.parse(proxy);
        } catch (IllegalArgumentException e) {
            throw new UnsafeStart("postern.proxies must be addresses or networks such as 172.28.0.0/16, not "
                    + (proxy.isEmpty() ? "''" : proxy));
        }
    }

    private void refusePublicDemo() {
        for (String origin : settings.origins()) {
            if (!isLocal(URI.create(origin).getHost())) {
                throw new UnsafeStart("postern.demo=true on " + origin
                        + ": a demo prints its passwords, so it runs on this machine only; set postern.demo=false");
            }
        }
        if (!isLocal(settings.demoBind())) {
            throw new UnsafeStart("postern.demo=true bound to " + settings.demoBind()
                    + ": a demo listens on this machine only; set postern.demo.bind=127.0.0.1");
        }
    }

    private static boolean isLocal(@Nullable String host) {
        return host != null && LOCAL.contains(host.toLowerCase(Locale.ROOT));
    }

    /** @throws UnsafeStart if the database would acknowledge what a power cut takes away */
    void refuseUnsafeDatabase(DataSource database) throws SQLException {
        if (Database.isEmbedded(settings.databaseUrl())) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String switchedOff : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (ResultSet row = statement.executeQuery("show " + switchedOff)) {
                    row.next();
                    if (row.getString(1).equals("off")) {
                        throw new UnsafeStart("The database runs with " + switchedOff
                                + "=off and would lose acknowledged letters; set " + switchedOff + "=on");
                    }
                }
            }
        }
    }
}
