package org.postern.letter;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person sends at once and confirms once: one letter, or the same to several people. */
@Entity
@Table(name = "submission")
@SuppressWarnings("UnusedVariable") // the start is read by a query alone
public class Submission {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private @Nullable Contact contact;

    @Column(name = "form_key")
    private String formKey;

    private String language;
    private Instant started;
    private @Nullable Instant confirmed;

    @Column(name = "typed_key")
    private @Nullable UUID typedKey;

    @Column(name = "typed_email")
    private byte @Nullable [] typedEmail;

    @OneToMany(mappedBy = "submission", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<Letter> letters = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    @SuppressWarnings("NullAway.Init")
    Submission(String formKey, String language, Instant now) {
        this.id = UUID.randomUUID();
        this.formKey = formKey;
        this.language = language;
        this.started = Hour.of(now);
    }

    void hold(Letter letter) {
        letters.add(letter);
    }

    /** The writer gave an address: the mail with the link goes there. */
    public void comesFrom(@Nullable Contact sender) {
        this.contact = sender;
    }

    /** Confirmed, or sent without an address. A second time changes nothing. */
    public void confirm(Instant now) {
        if (confirmed == null) {
            this.confirmed = Hour.of(now);
        }
    }

    public boolean isConfirmed() {
        return confirmed != null;
    }

    /** What stands in the field of the address while the letter is written; null twice for nothing. */
    void typeAddress(@Nullable UUID key, byte @Nullable [] sealed) {
        this.typedKey = key;
        this.typedEmail = sealed;
    }

    @Nullable
    UUID typedKey() {
        return typedKey;
    }

    byte @Nullable [] typedEmail() {
        return typedEmail;
    }

    /** One of its letters leads to its writer no more. */
    void letGo(Letter letter) {
        letters.remove(letter);
    }

    public UUID id() {
        return id;
    }

    public Optional<Contact> contact() {
        return Optional.ofNullable(contact);
    }

    /** @return BCP 47, of the pages and mails */
    public String language() {
        return language;
    }

    public List<Letter> letters() {
        return List.copyOf(letters);
    }
}
