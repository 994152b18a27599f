package org.postern.directory;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.address.PostalAddress;

/** Somebody who may be written to: a {@link Prisoner} or an {@link Official}. Hidden until somebody agreed. */
@Entity
@Table(name = "recipient")
@DiscriminatorColumn(name = "kind")
public abstract class Recipient {
    /** Whether the public sees a person. */
    public enum Listing {
        HIDDEN,
        LISTED,
        /** "Enough, please": shown, but no new letters for now. */
        PAUSED
    }

    /** Why a letter that came back says that the next one may not arrive either. */
    public enum Doubt {
        /** The address was not enough, or nobody there knew the person. */
        ADDRESS,
        /** Censor or person did not take it. */
        REFUSED,
        RELEASED,
        DIED
    }

    /** What ends the letters to a person, once somebody here made sure of it. */
    public enum Fate {
        RELEASED,
        DIED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recipient_seq")
    @SequenceGenerator(name = "recipient_seq", sequenceName = "recipient_seq")
    private @Nullable Long id;

    private String slug;

    @ManyToOne
    @JoinColumn(name = "facility_id")
    private Facility facility;

    @Column(name = "lost_since")
    private @Nullable LocalDate lostSince;

    @Column(name = "lost_source")
    private @Nullable String lostSource;

    @Enumerated(EnumType.STRING)
    private @Nullable Doubt doubt;

    @Column(name = "doubted_since")
    private @Nullable LocalDate doubtedSince;

    @Enumerated(EnumType.STRING)
    private @Nullable Fate fate;

    @Column(name = "fate_since")
    private @Nullable LocalDate fateSince;

    @Column(name = "fate_source")
    private @Nullable String fateSource;

    private String language;
    private String family;
    private String given;
    private @Nullable String patronymic;

    @Column(name = "latin_family")
    private String latinFamily;

    @Column(name = "latin_given")
    private String latinGiven;

    @Column(name = "latin_patronymic")
    private @Nullable String latinPatronymic;

    @Enumerated(EnumType.STRING)
    private Listing listing;

    @Column(name = "agreed_by")
    private @Nullable String agreedBy;

    @Column(name = "agreed_on")
    private @Nullable LocalDate agreedOn;

    @Column(name = "agreed_source")
    private @Nullable String agreedSource;

    private boolean invented;
    private String lead;
    private String rules;

    @Column(name = "campaign_id")
    private @Nullable Long campaignId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Recipient() {}

    @SuppressWarnings("NullAway.Init")
    protected Recipient(String slug, Facility facility, String language, Name name, Name latin, String lead) {
        this.slug = slug;
        this.facility = facility;
        introduced(language, name, latin, lead);
        this.listing = Listing.HIDDEN;
        this.rules = "";
    }

    /** Shown to the public from now on; somebody agreed. */
    public void list(String agreedByWhom, LocalDate on, String toldBy) {
        this.listing = Listing.LISTED;
        this.agreedBy = agreedByWhom;
        this.agreedOn = on;
        this.agreedSource = toldBy;
    }

    /** Who agreed to be shown, when, and who says so; without an answer only while nobody is shown. */
    public void agreed(@Nullable String byWhom, @Nullable LocalDate on, @Nullable String toldBy) {
        if (listing != Listing.HIDDEN && (byWhom == null || on == null || toldBy == null)) {
            throw new IllegalStateException("Somebody who is shown has agreed");
        }
        this.agreedBy = byWhom;
        this.agreedOn = on;
        this.agreedSource = toldBy;
    }

    /**
     * Told anew who this is.
     *
     * @param ofLanguage BCP 47, of the native name
     * @param who one line
     */
    public final void introduced(String ofLanguage, Name name, Name latin, String who) {
        this.language = ofLanguage;
        this.family = name.family();
        this.given = name.given();
        this.patronymic = name.patronymic();
        this.latinFamily = latin.family();
        this.latinGiven = latin.given();
        this.latinPatronymic = latin.patronymic();
        this.lead = who;
    }

    /** "Enough, please": no new letters for now. */
    public void pause() {
        this.listing = Listing.PAUSED;
    }

    public void hide() {
        this.listing = Listing.HIDDEN;
    }

    /** Nobody real: the demo's people. */
    public void isInvented() {
        this.invented = true;
    }

    /** @throws Rule.Unreadable naming the line */
    public void ruledBy(String lines) {
        Rule.parseAll(lines);
        this.rules = lines;
    }

    public void belongsTo(long campaign) {
        this.campaignId = campaign;
    }

    /** Moved; letters that are not printed go to the new place. {@link People#move} keeps the history. */
    void moveTo(Facility other) {
        this.facility = other;
        this.lostSince = null;
        this.lostSource = null;
        this.fate = null;
        this.fateSince = null;
        this.fateSource = null;
        noDoubt();
    }

    /** Free, or dead: letters wait, and nobody writes any more, unless {@link People#move} says that it was not so. */
    public void ended(Fate how, LocalDate since, String toldBy) {
        this.fate = how;
        this.fateSince = since;
        this.fateSource = toldBy;
        this.lostSince = null;
        this.lostSource = null;
        noDoubt();
    }

    /** Moved, and nobody knows where to: letters wait until {@link People#move} says where. */
    public void isLost(LocalDate since, String toldBy) {
        this.lostSince = since;
        this.lostSource = toldBy;
    }

    /** A letter came back: whatever is approved waits until somebody knows better. */
    public void doubted(Doubt why, LocalDate since) {
        this.doubt = why;
        this.doubtedSince = since;
    }

    /** Somebody made sure that letters to this person arrive here. */
    public void noDoubt() {
        this.doubt = null;
        this.doubtedSince = null;
    }

    /** @return what an envelope and the letter's window need, in the script of the place */
    public abstract PostalAddress address();

    /** @return "Vera" in "Write to Vera" */
    public abstract String familiar();

    public boolean acceptsLetters() {
        return listing == Listing.LISTED && fate == null;
    }

    /** @return whether the person is free or dead, as somebody here made sure; null: neither is known */
    public @Nullable Fate fate() {
        return fate;
    }

    public @Nullable LocalDate fateSince() {
        return fateSince;
    }

    public @Nullable String fateSource() {
        return fateSource;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String slug() {
        return slug;
    }

    public Facility facility() {
        return facility;
    }

    /** @return since when nobody knows where the person is; null: at {@link #facility} */
    public @Nullable LocalDate lostSince() {
        return lostSince;
    }

    /** @return who says that the person is not there any more */
    public @Nullable String lostSource() {
        return lostSource;
    }

    /** @return why letters to this address may come back; null while nothing says so */
    public @Nullable Doubt doubt() {
        return doubt;
    }

    public @Nullable LocalDate doubtedSince() {
        return doubtedSince;
    }

    public String country() {
        return facility.country();
    }

    /** @return BCP 47, of the native name */
    public String language() {
        return language;
    }

    public Name name() {
        return new Name(family, given, patronymic);
    }

    public Name latinName() {
        return new Name(latinFamily, latinGiven, latinPatronymic);
    }

    /** @return whether the native name is worth showing beside the Latin one */
    public boolean hasNativeName() {
        return !name().equals(latinName());
    }

    public Listing listing() {
        return listing;
    }

    public @Nullable String agreedBy() {
        return agreedBy;
    }

    public @Nullable LocalDate agreedOn() {
        return agreedOn;
    }

    public @Nullable String agreedSource() {
        return agreedSource;
    }

    public boolean invented() {
        return invented;
    }

    /** @return one line on who this is */
    public String lead() {
        return lead;
    }

    public List<Rule.Line> ownRules() {
        return Rule.parseAll(rules);
    }

    public String rulesText() {
        return rules;
    }

    public @Nullable Long campaignId() {
        return campaignId;
    }
}
