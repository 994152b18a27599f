package org.postern.reply;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter from prison that may be shown to everybody, because somebody who may say so has agreed: who, when and where that
 * is written belongs to it from its first day, and without it there is none.
 */
@Entity
@Table(name = "published_letter")
public class PublishedLetter {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "published_letter_seq")
    @SequenceGenerator(name = "published_letter_seq", sequenceName = "published_letter_seq", allocationSize = 50)
    private long id;

    private String slug;

    @Column(name = "recipient_id")
    private long recipientId;

    private String title;
    private String body;
    private String language;

    @Column(name = "written_on")
    private @Nullable LocalDate writtenOn;

    @Column(name = "consent_by")
    private String consentBy;

    @Column(name = "consent_on")
    private LocalDate consentOn;

    @Column(name = "consent_source")
    private String consentSource;

    private boolean shown;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected PublishedLetter() {}

    /**
     * Shown from now on.
     *
     * @param slug of its address
     * @param recipientId who wrote it
     * @param words title and body, an empty line between paragraphs
     * @param language BCP 47
     * @param consent without which nothing is shown
     * @throws IllegalArgumentException if the consent does not say who, and where that is written
     */
    @SuppressWarnings("NullAway.Init")
    public PublishedLetter(
            String slug,
            long recipientId,
            Text words,
            String language,
            @Nullable LocalDate writtenOn,
            Consent consent) {
        if (consent.by().isBlank() || consent.source().isBlank()) {
            throw new IllegalArgumentException("Nothing is shown without consent");
        }
        this.slug = slug;
        this.recipientId = recipientId;
        this.title = words.title();
        this.body = words.body();
        this.language = language;
        this.writtenOn = writtenOn;
        this.consentBy = consent.by();
        this.consentOn = consent.on();
        this.consentSource = consent.source();
        this.shown = true;
    }

    /** What is read. */
    public record Text(String title, String body) {}

    /**
     * That it may be shown.
     *
     * @param by who agreed
     * @param source where that is written
     */
    public record Consent(String by, LocalDate on, String source) {}

    /** Consent is taken back, or was none: the page is gone at once, and organisers see why it was there. */
    public void hide() {
        this.shown = false;
    }

    public long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public long recipientId() {
        return recipientId;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    /** @return BCP 47 */
    public String language() {
        return language;
    }

    public @Nullable LocalDate writtenOn() {
        return writtenOn;
    }

    public Consent consent() {
        return new Consent(consentBy, consentOn, consentSource);
    }

    public boolean isShown() {
        return shown;
    }
}
