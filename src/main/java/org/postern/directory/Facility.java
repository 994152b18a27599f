package org.postern.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A prison, a court, an office: an address in two scripts and the rules that hold there. */
@Entity
@Table(name = "facility")
public class Facility {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "facility_seq")
    @SequenceGenerator(name = "facility_seq", sequenceName = "facility_seq")
    private @Nullable Long id;

    private String slug;
    private String name;

    @Column(name = "latin_name")
    private String latinName;

    private @Nullable String street;

    @Column(name = "latin_street")
    private @Nullable String latinStreet;

    private @Nullable String town;

    @Column(name = "latin_town")
    private @Nullable String latinTown;

    private @Nullable String region;

    @Column(name = "latin_region")
    private @Nullable String latinRegion;

    private @Nullable String postcode;
    private String country;
    private String language;
    private String rules;

    @Column(name = "post_weeks_from")
    private @Nullable Integer postWeeksFrom;

    @Column(name = "post_weeks_to")
    private @Nullable Integer postWeeksTo;

    @Column(name = "checked_on")
    private LocalDate checkedOn;

    private String source;

    /** Letters that came back since the address was last checked or the place was last opened again. */
    private int returned;

    @Column(name = "suspended_since")
    private @Nullable LocalDate suspendedSince;

    @Column(name = "address_doubted_since")
    private @Nullable LocalDate addressDoubtedSince;

    @Column(name = "censored_since")
    private @Nullable LocalDate censoredSince;

    @Column(name = "heard_from")
    private @Nullable Integer heardFrom;

    @Column(name = "heard_to")
    private @Nullable Integer heardTo;

    @Column(name = "heard_count")
    private int heardCount;

    @Column(name = "came_back")
    private int cameBack;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Facility() {}

    /**
     * A place, without rules of its own yet.
     *
     * @param local the address in the script of the place
     * @param latin the same in Latin letters
     * @param country ISO 3166 alpha-2
     * @param language BCP 47, of the local address
     * @param checkedOn when the address was last known to be true
     * @param source who says so
     */
    @SuppressWarnings("NullAway.Init")
    public Facility(
            String slug,
            Place local,
            Place latin,
            String country,
            String language,
            LocalDate checkedOn,
            String source) {
        this.slug = slug;
        addressed(local, latin, language);
        this.country = country;
        this.rules = "";
        this.checkedOn = checkedOn;
        this.source = source;
    }

    /**
     * The address was mended; letters that are not in a batch yet go there.
     *
     * @param ofLanguage BCP 47, of the local address
     */
    public final void addressed(Place local, Place latin, String ofLanguage) {
        if (name != null && !local.equals(local())) {
            this.addressDoubtedSince = null;
        }
        this.name = local.name();
        this.street = local.street();
        this.town = local.town();
        this.region = local.region();
        this.postcode = local.postcode();
        this.latinName = latin.name();
        this.latinStreet = latin.street();
        this.latinTown = latin.town();
        this.latinRegion = latin.region();
        this.language = ofLanguage;
    }

    /**
     * One address in one script.
     *
     * @param postcode the same in both scripts
     */
    public record Place(
            String name,
            @Nullable String street,
            @Nullable String town,
            @Nullable String region,
            @Nullable String postcode) {}

    /**
     * Lays down the rules of the place.
     *
     * @param lines a rule a line; see {@link Rule#parseAll}
     * @throws Rule.Unreadable naming the line
     */
    public void ruledBy(String lines) {
        Rule.parseAll(lines);
        this.rules = lines;
        this.censoredSince = null;
    }

    /** Post has taken so many weeks, as an organiser heard it; {@link #heard} counts. */
    public void postTakes(int fromWeeks, int toWeeks) {
        this.postWeeksFrom = fromWeeks;
        this.postWeeksTo = toWeeks;
    }

    /** An address that nobody has looked at for longer may send a letter into an empty cell. */
    public static final int ADDRESS_HOLDS_DAYS = 60;

    /** @return whether somebody must make sure of the address before anything is printed for it */
    public boolean mustBeChecked(LocalDate today) {
        return checkedOn.isBefore(today.minusDays(ADDRESS_HOLDS_DAYS));
    }

    /**
     * Somebody made sure that the address is still true. What came back until that day is explained by it.
     *
     * @param on a day before a letter came back explains nothing of it
     */
    public void checked(LocalDate on, String by) {
        this.checkedOn = on;
        this.source = by;
        if (addressDoubtedSince != null && !on.isBefore(addressDoubtedSince)) {
            this.addressDoubtedSince = null;
        }
        if (suspendedSince != null && !on.isBefore(suspendedSince)) {
            this.suspendedSince = null;
        }
        if (suspendedSince == null && addressDoubtedSince == null) {
            this.returned = 0;
        }
    }

    /** A letter came back because the address was not enough: nothing is printed for it until somebody looked. */
    public void addressDoubted(LocalDate today) {
        if (addressDoubtedSince == null) {
            this.addressDoubtedSince = today;
        }
    }

    /** A letter came back from the censor: letters go on, and an organiser looks at the rules. */
    public void censored(LocalDate today) {
        if (censoredSince == null) {
            this.censoredSince = today;
        }
    }

    /** So many letters that came back stop all others to a place until an organiser has asked why. */
    public static final int RETURNS_SUSPEND = 2;

    /** @return whether this letter suspends the place */
    public boolean gaveBack(LocalDate today) {
        returned++;
        if (suspendedSince != null || returned < RETURNS_SUSPEND) {
            return false;
        }
        this.suspendedSince = today;
        return true;
    }

    /** An organiser knows why they came back, and that the next ones will not. */
    public void openAgain() {
        this.suspendedSince = null;
        this.returned = 0;
    }

    /**
     * After how many weeks word of a letter came, as {@link Heard} says it.
     *
     * @param cameBackInAll letters that the post brought back
     */
    public void heard(@Nullable Heard word, int cameBackInAll) {
        this.heardFrom = word == null ? null : word.fromWeeks();
        this.heardTo = word == null ? null : word.toWeeks();
        this.heardCount = word == null ? 0 : word.letters();
        this.cameBack = cameBackInAll;
    }

    /**
     * The weeks in whose span word came of the middle half of the letters of which any came.
     *
     * @param letters of how many it is known; never fewer than {@link #FEWEST}
     */
    public record Heard(int fromWeeks, int toWeeks, int letters) {
        /** Of fewer letters nothing is said: chance would speak, and perhaps of one person. */
        public static final int FEWEST = 5;
    }

    /** @return null while it is known of too few letters */
    public @Nullable Heard heard() {
        return heardFrom == null || heardTo == null ? null : new Heard(heardFrom, heardTo, heardCount);
    }

    /** @return letters that came back from here in the time of which {@link #heard()} speaks; 0 while too few are known */
    public int cameBack() {
        return cameBack;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String slug() {
        return slug;
    }

    public Place local() {
        return new Place(name, street, town, region, postcode);
    }

    public Place latin() {
        return new Place(latinName, latinStreet, latinTown, latinRegion, postcode);
    }

    /** @return ISO 3166 alpha-2 */
    public String country() {
        return country;
    }

    /** @return BCP 47, of the local address */
    public String language() {
        return language;
    }

    public List<Rule.Line> rules() {
        return Rule.parseAll(rules);
    }

    public String rulesText() {
        return rules;
    }

    public @Nullable Integer postWeeksFrom() {
        return postWeeksFrom;
    }

    public @Nullable Integer postWeeksTo() {
        return postWeeksTo;
    }

    /** @return since when nothing is printed for it because letters came back; null: open */
    public @Nullable LocalDate suspendedSince() {
        return suspendedSince;
    }

    /** @return since when its address may not be enough, because a letter came back */
    public @Nullable LocalDate addressDoubtedSince() {
        return addressDoubtedSince;
    }

    /** @return since when somebody should look at its rules, because its censor sent a letter back */
    public @Nullable LocalDate censoredSince() {
        return censoredSince;
    }

    /** @return letters that came back and of which nobody has said why */
    public int returned() {
        return returned;
    }

    public LocalDate checkedOn() {
        return checkedOn;
    }

    public String source() {
        return source;
    }
}
