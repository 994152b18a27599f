package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of {@link LetterCounts}, {@link LetterWeeks} and {@link LetterFold}, and holds what they share. A
 * number is a sum of moves from state to state. A move is a row of {@code letter_event}; once its week is over it is in
 * the sums of {@code letter_count}, {@code letter_stand} and {@code letter_days} instead. Each statement reads sums and
 * open events at one instant, so that its numbers are exact whatever is written or folded meanwhile. Days are UTC; weeks
 * begin on Monday (ISO 8601).
 */
@ApplicationScoped
class LetterSums {
    /** The Monday of an event's week. Both databases subtract a whole number of days from a date. */
    static final String MONDAY = "on_day - (cast(extract(isodow from on_day) as integer) - 1)";

    static final String OPEN = "letter_event where fold_no is null";
    static final String LETTERS = ", cast(sum(letters) as bigint)";

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    LetterSums() {}

    /** For tests. */
    LetterSums(EntityManager em) {
        this.em = em;
    }

    /**
     * Sums and open events are each grouped for themselves, so a key may come from both; and both stand at the top of
     * one statement, never in a table derived from them: H2 shows such a table's tables at different instants.
     */
    static String select(String keys, String values, String from) {
        return "select " + keys + values + " from " + from + " group by " + keys;
    }

    /** @param values of {@code ?1}, {@code ?2} and so on */
    @SuppressWarnings("unchecked")
    List<@Nullable Object[]> rows(String sql, Object... values) {
        return query(sql, values).getResultList();
    }

    /** @return how many rows changed */
    int change(String sql, Object... values) {
        return query(sql, values).executeUpdate();
    }

    /** @return the next number of a fold */
    long nextFold() {
        return whole(em.createNativeQuery("select nextval('letter_fold')").getSingleResult());
    }

    private Query query(String sql, Object... values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    static long whole(@Nullable Object column) {
        return column instanceof Number n ? n.longValue() : 0;
    }

    static LocalDate day(@Nullable Object column) {
        return column instanceof Date day ? day.toLocalDate() : LocalDate.parse(String.valueOf(column));
    }

    static Instant instant(@Nullable Object column) {
        if (column instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (column instanceof Timestamp time) {
            return time.toInstant();
        }
        throw new IllegalStateException("Not a time: " + column);
    }
}
