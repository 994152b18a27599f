package org.postern.notify;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail that the demo would have sent. It exists in the demo only, where every address is invented. */
@Entity
@Table(name = "demo_mail")
public class DemoMail {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "demo_mail_seq")
    @SequenceGenerator(name = "demo_mail_seq", sequenceName = "demo_mail_seq", allocationSize = 1)
    private @Nullable Long id;

    private String recipient;
    private String subject;
    private String body;
    private Instant made;

    @SuppressWarnings("NullAway.Init")
    protected DemoMail() {}

    DemoMail(String recipient, Mail mail, Instant made) {
        this.recipient = recipient;
        this.subject = mail.subject();
        this.body = mail.body();
        this.made = made;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id);
    }

    public String recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    public Instant made() {
        return made;
    }
}
