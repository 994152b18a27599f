package org.postern.staff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member: a name of their own choosing, a password, and what they may do. No e-mail, no real name. */
@Entity
@Table(name = "staff_account")
public class StaffAccount {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 40;

    /** So many addresses of their own a member may name. */
    public static final int MOST_ADDRESSES = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "staff_account_seq")
    @SequenceGenerator(name = "staff_account_seq", sequenceName = "staff_account_seq", allocationSize = 1)
    private @Nullable Long id;

    private String name = "";

    @Column(name = "name_key")
    private String nameKey = "";

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "staff_language", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "language")
    private Set<String> languages = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "staff_place", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "facility_id")
    private Set<Long> places = new HashSet<>();

    /** Since when, by its keyed index. */
    @ElementCollection
    @CollectionTable(name = "staff_address", joinColumns = @JoinColumn(name = "account_id"))
    @MapKeyColumn(name = "address_index")
    @Column(name = "named_on")
    private Map<String, LocalDate> addresses = new HashMap<>();

    private boolean shortcuts = true;

    private boolean lead;

    @Column(name = "site_id")
    private @Nullable Long siteId;

    private String locale = "en";

    private Instant created = Instant.EPOCH;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    @Version
    private int version;

    protected StaffAccount() {}

    /**
     * A new account, to be added to {@link StaffAccounts}.
     *
     * @param lead whether others may escalate a letter to this moderator
     * @param passwordHash from {@link Passwords#hash}
     */
    public static StaffAccount of(String name, Collection<Role> roles, boolean lead, String passwordHash, Instant now) {
        if (!isName(name)) {
            throw new IllegalArgumentException("A name has 2 to 40 characters");
        }
        StaffAccount account = new StaffAccount();
        account.name = name;
        account.nameKey = key(name);
        account.passwordHash = passwordHash;
        account.created = now.truncatedTo(ChronoUnit.HOURS);
        account.mayDo(roles, lead);
        return account;
    }

    /** Whether a name can be shown on one line and typed again. */
    public static boolean isName(String name) {
        int length = name.codePointCount(0, name.length());
        return length >= 2
                && length <= LONGEST_NAME
                && name.equals(name.strip())
                && name.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    /** What two spellings of one name have in common, so that "marta" finds Marta and cannot pose as her. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** Sets what the member may do from their next click on. */
    public final void mayDo(Collection<Role> newRoles, boolean asLead) {
        Set<Role> wanted = newRoles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(newRoles);
        roles.retainAll(wanted);
        roles.addAll(wanted);
        lead = asLead && wanted.contains(Role.MODERATOR);
    }

    /** Says at which print site the member prints; null for none. */
    public void printsAt(@Nullable Long site) {
        this.siteId = site;
    }

    /**
     * Says what the member reads from now on.
     *
     * @param newLanguages BCP 47, of what was written; none: all
     * @param newPlaces ids of the places of those written to; none: all
     */
    public void reads(Collection<String> newLanguages, Collection<Long> newPlaces) {
        languages.retainAll(newLanguages);
        languages.addAll(newLanguages);
        places.retainAll(newPlaces);
        places.addAll(newPlaces);
    }

    /**
     * What comes from this address on later days is the member's own, and not for them to read. On later days alone:
     * whoever names somebody else's address must not learn by it which letter here is theirs.
     *
     * @param index keyed, never the address itself
     * @return whether it is kept; false if there are {@link #MOST_ADDRESSES} already
     */
    public boolean owns(String index, LocalDate today) {
        if (leftAt != null || (addresses.size() >= MOST_ADDRESSES && !addresses.containsKey(index))) {
            return false;
        }
        addresses.putIfAbsent(index, today);
        return true;
    }

    /** None of their addresses is known any more. */
    public void ownsNothing() {
        addresses.clear();
    }

    /** Whether a single key presses a button of the desk. */
    public void pressesKeys(boolean wanted) {
        this.shortcuts = wanted;
    }

    /** @param hash from {@link Passwords#hash} */
    void changePassword(String hash) {
        if (leftAt != null) {
            throw new IllegalStateException("This account has ended");
        }
        this.passwordHash = hash;
    }

    /** The account acts no more. Its name stays, for the audit; whoever calls this ends its sessions too. */
    public void end(Instant now) {
        if (leftAt == null) {
            leftAt = now.truncatedTo(ChronoUnit.HOURS);
            passwordHash = null;
            mayDo(Set.of(), false);
            reads(Set.of(), Set.of());
            ownsNothing();
        }
    }

    public boolean living() {
        return leftAt == null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not added yet");
        }
        return id;
    }

    public String name() {
        return name;
    }

    /** In the order of a letter's journey. */
    public Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    public boolean lead() {
        return lead;
    }

    /** BCP 47, of the letters they read; none: all. */
    public Set<String> languages() {
        return Set.copyOf(languages);
    }

    /** Ids of the places whose letters they read; none: all. */
    public Set<Long> places() {
        return Set.copyOf(places);
    }

    /** How many addresses of their own they named; which ones, nobody is told. */
    public int addresses() {
        return addresses.size();
    }

    public boolean shortcuts() {
        return shortcuts;
    }

    public @Nullable Long siteId() {
        return siteId;
    }

    /** BCP 47, of the desk's pages. */
    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public Instant created() {
        return created;
    }

    /** The hour the account ended; null while it lives. */
    public @Nullable Instant leftAt() {
        return leftAt;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }
}
