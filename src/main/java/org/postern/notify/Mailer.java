package org.postern.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postern.notice.MailAddress;
import org.postern.notify.ServerAnswer.Verdict;
import org.postern.web.Settings;
import org.postern.web.Starting;
import org.postern.web.UnsafeStart;

/**
 * Hands one mail to the mail server. It never throws for what a server says or fails to say; each step of the
 * conversation ends after 20 seconds.
 */
@ApplicationScoped
class Mailer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern REPLY_CODE = Pattern.compile("\\s*([245])\\d\\d[ -].*", Pattern.DOTALL);

    private Settings settings;
    private Clock clock;
    private Duration patience;

    @SuppressWarnings("NullAway.Init")
    protected Mailer() {}

    @Inject
    public Mailer(Settings settings, Clock clock) {
        this(settings, clock, PATIENCE);
    }

    Mailer(Settings settings, Clock clock, Duration patience) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    /** A sender that no server takes is noticed at the start, not by a writer who waits for a mail. */
    void refuseUnusableSender(@Observes Starting starting) {
        try {
            sender();
        } catch (AddressException e) {
            throw new UnsafeStart(
                    "postern.mail.from must be a plain address such as post@example.org, not " + settings.mailFrom());
        }
    }

    /**
     * @param id of the notice: a mail that is sent twice carries it twice, and mail programs show one
     */
    ServerAnswer send(UUID id, MailAddress to, Mail mail) {
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = message(session, id, to, mail);
            Transport transport = session.getTransport("smtp");
            try {
                connect(transport);
                transport.sendMessage(message, message.getAllRecipients());
            } finally {
                hangUp(transport);
            }
            return ServerAnswer.TAKEN;
        } catch (MessagingException e) {
            return new ServerAnswer(verdict(e), withoutAddresses(wordsOf(e), to));
        }
    }

    /** Without a user no password is offered either: the library would make one up from this machine's account. */
    private void connect(Transport transport) throws MessagingException {
        if (settings.smtpUser().isPresent()) {
            transport.connect(settings.smtpUser().get(), settings.smtpPassword());
        } else {
            transport.connect();
        }
    }

    private Properties properties() throws AddressException {
        String millis = Long.toString(patience.toMillis());
        boolean password = settings.smtpUser().isPresent();
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.smtpHost().orElse("localhost"));
        properties.setProperty("mail.smtp.port", Integer.toString(settings.smtpPort()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(password));
        properties.setProperty("mail.smtp.ssl.enable", is("tls"));
        properties.setProperty("mail.smtp.starttls.enable", is("starttls"));
        properties.setProperty("mail.smtp.starttls.required", is("starttls"));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        // The library would say the name of this machine.
        properties.setProperty("mail.smtp.localhost", domainOf(sender()));
        // The mail is the server's once DATA is answered; what it says to QUIT changes nothing.
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.mime.allowutf8", "false");
        return properties;
    }

    private String is(String tls) {
        return Boolean.toString(settings.smtpTls().equals(tls));
    }

    private MimeMessage message(Session session, UUID id, MailAddress to, Mail mail) throws MessagingException {
        InternetAddress from = sender();
        String messageId = "<" + id + "@" + domainOf(from) + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text(), true));
        message.setSubject(mail.subject(), "UTF-8");
        // In UTC: the library would tell this machine's zone.
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(mail.body(), "UTF-8");
        return message;
    }

    private InternetAddress sender() throws AddressException {
        String from = settings.mailFrom();
        if (from.indexOf('@') < 0 || !from.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new AddressException("not plain");
        }
        return new InternetAddress(from, true);
    }

    private static String domainOf(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }

    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The conversation is over either way; what counts was said before.
            return;
        }
    }

    /** The platform's API tells no reply code; the library puts it first in the message of one of the linked causes. */
    private static Verdict verdict(MessagingException thrown) {
        if (thrown instanceof AuthenticationFailedException) {
            // 5xx as well, but it is our password that is wrong, and every mail would be given up.
            return Verdict.NOT_NOW;
        }
        for (Exception e = thrown; e != null; e = next(e)) {
            Matcher code = REPLY_CODE.matcher(String.valueOf(e.getMessage()));
            if (code.matches()) {
                return code.group(1).equals("5") ? Verdict.NEVER : Verdict.NOT_NOW;
            }
        }
        return Verdict.NOT_NOW;
    }

    /** @return the reply where there is one, else what the library said, with its innermost reason */
    private static String wordsOf(MessagingException thrown) {
        String last = "";
        for (Exception e = thrown; e != null; e = next(e)) {
            String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            if (REPLY_CODE.matcher(words).matches()) {
                return words;
            }
            last = last.isEmpty() ? words : last + "; " + words;
        }
        return last;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException linked ? linked.getNextException() : null;
    }

    /** The desk shows it and the database keeps it: nothing in it may lead to the writer. */
    static String withoutAddresses(String words, MailAddress to) {
        return words.replaceAll("(?i)https?://\\S+", "…")
                .replaceAll("\\S*@\\S*", "…")
                .replaceAll("(?i)(?<![\\p{L}\\p{N}])" + Pattern.quote(to.local()) + "(?![\\p{L}\\p{N}])", "…")
                .replaceAll("(?i)" + Pattern.quote(to.domain()), "…")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
