package org.postern.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Recipient.Listing;

/** Everybody who may be written to: prisoners and officials. */
@ApplicationScoped
public class People {
    @PersistenceContext
    private EntityManager em;

    /** Asked once: the database does not change. */
    private volatile @Nullable Boolean hasSharedLocks;

    @SuppressWarnings("NullAway.Init")
    public People() {}

    /** For tests. */
    public People(EntityManager em) {
        this.em = em;
    }

    public void add(Recipient person) {
        em.persist(person);
        em.flush();
        em.persist(new AddressChange(
                person.id(),
                null,
                person.facility().id(),
                person.facility().checkedOn(),
                person.facility().source()));
    }

    /** Somebody was moved; letters that are not printed go to the new place. */
    public void move(Recipient person, Facility to, LocalDate on, String source) {
        em.persist(new AddressChange(person.id(), person.facility().id(), to.id(), on, source));
        person.moveTo(to);
    }

    /** @return oldest first */
    public List<AddressChange> moves(Recipient person) {
        return em.createQuery(
                        "select c from AddressChange c where c.recipientId = :id order by c.id", AddressChange.class)
                .setParameter("id", person.id())
                .getResultList();
    }

    /** @return the place to which a letter went that was posted on a day, as far as moves since then say */
    public long whereOn(Recipient person, LocalDate day) {
        return moves(person).stream()
                .filter(move -> move.fromFacilityId() != null && move.day().isAfter(day))
                .findFirst()
                .map(AddressChange::fromFacilityId)
                .orElse(person.facility().id());
    }

    /** @return people to whose address a letter did not arrive, or whom nobody finds, longest first */
    public List<Recipient> doubted() {
        return em.createQuery(
                        "select r from Recipient r where r.doubt is not null or r.lostSince is not null"
                                + " order by r.doubtedSince, r.lostSince, r.id",
                        Recipient.class)
                .getResultList();
    }

    /**
     * People by name as somebody reads it from an envelope, in either script.
     *
     * @param born a year; null for any
     */
    public List<Recipient> named(String words, @Nullable Integer born, int most) {
        String[] parts = words.toLowerCase(Locale.ROOT).split("[\\s,.]+", -1);
        return all().stream()
                .filter(person -> {
                    String all =
                            (person.name().spoken() + " " + person.latinName().spoken()).toLowerCase(Locale.ROOT);
                    return List.of(parts).stream().allMatch(all::contains);
                })
                .filter(person -> born == null || (person instanceof Prisoner one && born.equals(one.birthYear())))
                .limit(most)
                .toList();
    }

    public Optional<Recipient> byId(long id) {
        return Optional.ofNullable(em.find(Recipient.class, id));
    }

    public Map<Long, Recipient> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select r from Recipient r join fetch r.facility where r.id in :ids", Recipient.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Recipient::id, person -> person));
    }

    /** @return anybody, hidden or not, for organisers */
    public Optional<Recipient> bySlug(String slug) {
        return em.createQuery("select r from Recipient r where r.slug = :slug", Recipient.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** @return the same, locked until the transaction ends: of two who edit, the second sees what the first saved */
    public Optional<Recipient> lock(String slug) {
        return bySlug(slug).map(found -> em.find(Recipient.class, found.id(), LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * People who stay as they are until the transaction ends, and their places with them: whoever moves or mends waits.
     * People first, then places, each by id: the order in which everybody locks.
     *
     * @return these people as they are behind the lock, also where they were loaded before
     */
    public Map<Long, Recipient> standStill(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        lockShared("select id from recipient where id in (" + listed(ids) + ")");
        // A statement of its own: where they are is only sure behind their lock.
        lockShared("select id from facility where id in (select facility_id from recipient where id in (" + listed(ids)
                + "))");
        em.createQuery(
                        "select f from Facility f where f.id in (select r.facility.id from Recipient r where r.id in :ids)",
                        Facility.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.refresh", "true")
                .getResultList();
        return em.createQuery("select r from Recipient r where r.id in :ids", Recipient.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .collect(Collectors.toMap(Recipient::id, person -> person));
    }

    private void lockShared(String rows) {
        // Native: JPA's shared lock is an exclusive one on both databases; H2 knows no other.
        em.createNativeQuery(rows + " order by id" + (hasSharedLocks() ? " for share" : " for update"))
                .getResultList();
    }

    private boolean hasSharedLocks() {
        Boolean known = hasSharedLocks;
        if (known == null) {
            known = !em.createNativeQuery("select 1 from information_schema.schemata where schema_name = 'pg_catalog'")
                    .getResultList()
                    .isEmpty();
            hasSharedLocks = known;
        }
        return known;
    }

    private static String listed(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** @return everybody at a place, hidden ones too, for organisers */
    public List<Recipient> at(Facility place) {
        return em.createQuery(
                        "select r from Recipient r where r.facility = :place order by r.latinFamily, r.latinGiven",
                        Recipient.class)
                .setParameter("place", place)
                .getResultList();
    }

    /** @return a prisoner whom the public may see */
    public Optional<Prisoner> prisoner(String slug) {
        return visible(Prisoner.class, slug);
    }

    /** @return an official whom the public may see */
    public Optional<Official> official(String slug) {
        return visible(Official.class, slug);
    }

    private <R extends Recipient> Optional<R> visible(Class<R> kind, String slug) {
        return em.createQuery("select r from Recipient r where r.slug = :slug", Recipient.class)
                .setParameter("slug", slug)
                .getResultStream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(person -> person.listing() != Listing.HIDDEN)
                .findFirst();
    }

    /** @return everybody at places in a country, hidden ones too, for organisers */
    public List<Recipient> in(String country) {
        return em.createQuery("select r from Recipient r where r.facility.country = :country", Recipient.class)
                .setParameter("country", country)
                .getResultList();
    }

    /** @return prisoners whom the public may see and who may be written to */
    public List<Prisoner> listed(Search search) {
        return em.createQuery(
                        "select p from Prisoner p where p.listing = :listed and p.fate is null"
                                + " order by p.latinFamily, p.latinGiven",
                        Prisoner.class)
                .setParameter("listed", Listing.LISTED)
                .getResultStream()
                .filter(search::finds)
                .toList();
    }

    public List<Official> officials() {
        return em.createQuery(
                        "select o from Official o where o.listing = :listed and o.fate is null order by o.latinFamily",
                        Official.class)
                .setParameter("listed", Listing.LISTED)
                .getResultList();
    }

    public List<Recipient> ofCampaign(long campaign) {
        return em.createQuery(
                        "select r from Recipient r where r.campaignId = :campaign and r.listing = :listed"
                                + " and r.fate is null order by r.latinFamily",
                        Recipient.class)
                .setParameter("campaign", campaign)
                .setParameter("listed", Listing.LISTED)
                .getResultList();
    }

    /** @return everybody, hidden ones too, for organisers */
    public List<Recipient> all() {
        return em.createQuery(
                        "select r from Recipient r join fetch r.facility order by r.latinFamily, r.latinGiven",
                        Recipient.class)
                .getResultList();
    }

    /**
     * What a supporter looks for; an empty field finds everybody.
     *
     * @param text in names, lead and interests
     * @param country ISO 3166 alpha-2
     * @param language BCP 47 that the person reads
     */
    public record Search(
            @Nullable String text,
            @Nullable String country,
            @Nullable String language) {
        public static final Search EVERYBODY = new Search(null, null, null);

        boolean finds(Prisoner person) {
            return (country == null || country.equals(person.country()))
                    && (language == null || person.reads().contains(language))
                    && (text == null || haystack(person).contains(text.toLowerCase(Locale.ROOT)));
        }

        private static String haystack(Prisoner person) {
            return String.join(
                            " ", person.name().spoken(), person.latinName().spoken(), person.lead(), person.interests())
                    .toLowerCase(Locale.ROOT);
        }
    }
}
