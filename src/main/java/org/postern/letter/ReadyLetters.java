package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Approved letters that wait for a print site: how many, for whom, and the lock under which some go into a batch. */
@ApplicationScoped
public class ReadyLetters {
    private static final String ITS_DAY_IS_TO_COME =
            "(coalesce(not_before, ?1) > ?1 or exists (select 1 from campaign c"
                    + " where c.id = letter.campaign_id and c.not_before > ?1))";

    @PersistenceContext
    private EntityManager em;

    /** Asked once: the database does not change. */
    private volatile @Nullable Boolean skipsLocked;

    @SuppressWarnings("NullAway.Init")
    public ReadyLetters() {}

    /** For tests. */
    public ReadyLetters(EntityManager em) {
        this.em = em;
    }

    /**
     * Letters to one person that wait to be printed.
     *
     * @param oldest since when the first waits: it became ready, or its day came
     */
    public record Waiting(long recipientId, long letters, Instant oldest) {}

    /** @return by person, those whose letters may be printed on a day */
    public List<Waiting> waitingToBePrinted(LocalDate today) {
        return waiting(today, "not " + ITS_DAY_IS_TO_COME);
    }

    /** @return by person, those whose approved letters, or whose campaign's, wait for a day that is still to come */
    public List<Waiting> waitingForTheirDay(LocalDate today) {
        return waiting(today, ITS_DAY_IS_TO_COME);
    }

    private List<Waiting> waiting(LocalDate today, String condition) {
        List<Waiting> found = new ArrayList<>();
        for (Object row : em.createNativeQuery("select recipient_id, count(*), min(" + SinceItsDay.SQL + ") from letter"
                        + " where state = 'READY' and approved_hash = content_hash and " + condition
                        + " group by recipient_id")
                .setParameter(1, java.sql.Date.valueOf(today))
                .getResultList()) {
            Object[] column = (Object[]) row;
            found.add(new Waiting(
                    ((Number) column[0]).longValue(), ((Number) column[1]).longValue(), Letters.instant(column[2])));
        }
        return found;
    }

    /**
     * A letter that may be printed, without its words.
     *
     * @param since when it became ready, or its day came
     * @param bytes of its sealed words, photo and all
     */
    public record Candidate(UUID id, long recipientId, Instant since, long seq, long bytes) {}

    /**
     * Letters that may be printed, nothing locked.
     *
     * @param today letters and campaigns that wait for a later day are left out
     * @param mostEach of each person at most so many, the oldest
     */
    public List<Candidate> candidates(Collection<Long> recipients, LocalDate today, int mostEach) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        String sql = "select id, recipient_id, since, seq, bytes from (select w.*,"
                + " row_number() over (partition by recipient_id order by since, seq) as turn"
                + " from (select id, recipient_id, " + SinceItsDay.SQL + " as since, seq,"
                + " coalesce(octet_length(words), 0) as bytes from letter"
                + " where state = 'READY' and approved_hash = content_hash and recipient_id in (" + listed(recipients)
                + ") and not " + ITS_DAY_IS_TO_COME + ") w) waiting where turn <= ?2";
        List<Candidate> found = new ArrayList<>();
        for (Object row : em.createNativeQuery(sql)
                .setParameter(1, java.sql.Date.valueOf(today))
                .setParameter(2, mostEach)
                .getResultList()) {
            Object[] column = (Object[]) row;
            found.add(new Candidate(
                    Letters.uuid(column[0]),
                    ((Number) column[1]).longValue(),
                    Letters.instant(column[2]),
                    ((Number) column[3]).longValue(),
                    ((Number) column[4]).longValue()));
        }
        return found;
    }

    /** @return by person, how many letters were posted since a day; nobody without one is in it */
    public Map<Long, Long> postedSince(LocalDate day, Collection<Long> recipients) {
        Map<Long, Long> posted = new HashMap<>();
        if (!recipients.isEmpty()) {
            String sql = "select recipient_id, count(*) from letter_event where to_state = 'POSTED' and on_day >= ?1"
                    + " and recipient_id in (" + listed(recipients) + ") group by recipient_id";
            for (Object row : em.createNativeQuery(sql)
                    .setParameter(1, java.sql.Date.valueOf(day))
                    .getResultList()) {
                Object[] column = (Object[]) row;
                posted.put(((Number) column[0]).longValue(), ((Number) column[1]).longValue());
            }
        }
        return posted;
    }

    private static String listed(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * Approved letters out of these, locked, in the order in which they are named; those on which somebody else is at
     * work at this moment are left out where the database can tell.
     */
    public List<Letter> lockReady(List<UUID> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        // Native: see Letters.claimNext. Only what was approved, exactly. Locked by id: the order in which everybody
        // locks.
        String sql = "select id from letter where state = 'READY' and approved_hash = content_hash and id in ("
                + wanted.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","))
                + ") order by id for update" + (skipsLocked() ? " skip locked" : "");
        Set<UUID> locked = new HashSet<>();
        em.createNativeQuery(sql).getResultStream().forEach(id -> locked.add(Letters.uuid(id)));
        return byIds(locked).stream()
                .filter(letter -> letter.state() == LetterState.READY && letter.isApproved())
                .sorted(Comparator.comparingInt(letter -> wanted.indexOf(letter.id())))
                .toList();
    }

    /** @return whom letters go to, nothing locked */
    public Set<Long> recipientsOf(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        em.createQuery("select distinct l.recipientId from Letter l where l.id in :ids", Long.class)
                                .setParameter("ids", ids)
                                .getResultList());
    }

    /** @return these, as they are now */
    private List<Letter> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select l from Letter l where l.id in :ids", Letter.class)
                        .setParameter("ids", ids)
                        .setHint("eclipselink.refresh", "true")
                        .getResultList();
    }

    /** H2 finds no row at all while another transaction has one of them locked. */
    private boolean skipsLocked() {
        Boolean known = skipsLocked;
        if (known == null) {
            known = !em.createNativeQuery("select 1 from information_schema.schemata where schema_name = 'pg_catalog'")
                    .getResultList()
                    .isEmpty();
            skipsLocked = known;
        }
        return known;
    }
}
