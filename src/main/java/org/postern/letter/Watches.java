package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/** Counts what must never happen; each count should be 0, and the desk says so in words. */
@ApplicationScoped
public class Watches {
    private static final Duration LATE = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public Watches() {}

    /** For tests. */
    public Watches(EntityManager em) {
        this.em = em;
    }

    /** What is watched, with the SQL that finds each case. */
    public enum Watch {
        /** A letter on its way whose words cannot be opened any more. */
        LOST("select count(*) from letter t where t.words is not null and t.text_until is null"
                + " and not exists (select 1 from sealing_key k where k.id = t.text_key)"),
        IN_TWO_BATCHES("select count(*) from (select live_letter_id from batch_line where live_letter_id is not null"
                + " group by live_letter_id having count(*) > 1) twice"),
        POSTED_TWICE("select count(*) from (select letter_id from letter_event where " + Steps.POSTINGS
                + " group by letter_id having " + Steps.POSTED + " > 1) twice"),
        /** A letter in a batch by its state, which no batch holds. */
        OUT_OF_ITS_BATCH("select count(*) from letter t where t.state in ('BATCHED', 'PRINTED', 'UNSURE')"
                + " and not exists (select 1 from batch_line l where l.live_letter_id = t.id)"),
        /** A letter that a batch's line still holds, although it is in no batch by its state: no other batch could take it. */
        STUCK_TO_A_BATCH("select count(*) from batch_line l join letter t on t.id = l.live_letter_id"
                + " where t.state not in ('BATCHED', 'PRINTED', 'UNSURE')"),
        /** Its history ends in another state. */
        WITHOUT_HISTORY("select count(*) from letter t where t.state <> (select e.to_state from letter_event e"
                + " where e.letter_id = t.id order by e.seq desc fetch first 1 rows only)"),
        /** Printed, but not what was approved. */
        UNAPPROVED("select count(*) from letter t where t.state in ('BATCHED', 'PRINTED')"
                + " and (t.approved_hash is null or t.approved_hash <> t.content_hash)"),
        KEPT_TOO_LONG("select count(*) from letter t where t.text_until < ?1 or t.thread_until < ?1"),
        ADDRESS_KEPT_TOO_LONG("select count(*) from contact c where c.keep_until < ?1");

        private final String sql;

        Watch(String sql) {
            this.sql = sql;
        }
    }

    public Map<Watch, Long> look(Instant now) {
        Map<Watch, Long> found = new EnumMap<>(Watch.class);
        for (Watch watch : Watch.values()) {
            var query = em.createNativeQuery(watch.sql);
            if (watch.sql.contains("?1")) {
                query.setParameter(1, now.minus(LATE).atOffset(ZoneOffset.UTC));
            }
            found.put(watch, ((Number) query.getSingleResult()).longValue());
        }
        return found;
    }
}
