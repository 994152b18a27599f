package org.postern.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LedgerEntry.Kind;

/** The ledger: paper and postage by print site and volunteer, written in the transaction of the deed. */
@ApplicationScoped
public class LedgerEntries {
    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("NullAway.Init")
    public LedgerEntries() {}

    /** For tests. */
    public LedgerEntries(EntityManager em) {
        this.em = em;
    }

    /** @param lines of one batch, as they went into the post */
    void posted(Batch batch, Collection<BatchLine> lines, long staff, LocalDate day) {
        write(Kind.POSTED, batch, lines, staff, day, 1);
    }

    /** @param lines as they were posted; what was paid for them still stands on them */
    void undone(Batch batch, Collection<BatchLine> lines, long staff, LocalDate day) {
        write(Kind.UNDONE, batch, lines, staff, day, -1);
    }

    void spoiled(Batch batch, int sheets, long staff, LocalDate day) {
        em.persist(new LedgerEntry(Kind.SPOILED, batch, staff, day).spoiling(sheets));
    }

    /** An entry for each currency, so that what nobody named a price for stands apart. */
    private void write(Kind kind, Batch batch, Collection<BatchLine> lines, long staff, LocalDate day, int sign) {
        Map<String, List<BatchLine>> byCurrency = new LinkedHashMap<>();
        lines.forEach(line -> byCurrency
                .computeIfAbsent(Objects.requireNonNullElse(line.paidIn(), ""), in -> new java.util.ArrayList<>())
                .add(line));
        byCurrency.forEach((currency, some) -> {
            long paid = some.stream()
                    .mapToLong(line -> Objects.requireNonNullElse(line.paid(), 0L))
                    .sum();
            em.persist(new LedgerEntry(kind, batch, staff, day)
                    .of(
                            sign * some.size(),
                            sign * some.stream().mapToInt(BatchLine::sheets).sum())
                    .paid(currency.isEmpty() ? null : Long.valueOf(sign * paid), currency));
        });
    }

    /**
     * What one volunteer used at one site in one month, in one currency.
     *
     * @param sheets of the letters that were posted
     * @param spoiled sheets beside them
     * @param amount in the currency's smallest unit; null where nobody said what was paid
     */
    public record Sum(
            YearMonth month,
            long siteId,
            long staffId,
            long letters,
            long sheets,
            long spoiled,
            @Nullable Long amount,
            @Nullable String currency) {

        private Sum plus(Sum other) {
            return new Sum(
                    month,
                    siteId,
                    staffId,
                    letters + other.letters,
                    sheets + other.sheets,
                    spoiled + other.spoiled,
                    amount == null ? other.amount : Long.valueOf(amount + (other.amount == null ? 0 : other.amount)),
                    currency);
        }

        private String key() {
            return month + "/" + siteId + "/" + staffId + "/" + currency;
        }

        private boolean isNothing() {
            return letters == 0 && sheets == 0 && spoiled == 0 && (amount == null || amount == 0);
        }
    }

    /**
     * @param staff of whom; null: of all
     * @param from the first day that counts
     * @return latest month first, then by site and volunteer; none of which everything was undone
     */
    public List<Sum> sums(@Nullable Long staff, LocalDate from) {
        Map<String, Sum> months = new LinkedHashMap<>();
        em.createQuery(
                        "select e.day, e.siteId, e.staffId, sum(e.letters), sum(e.sheets), sum(e.spoiled), sum(e.amount),"
                                + " e.currency from LedgerEntry e where e.day >= :from"
                                + (staff == null ? "" : " and e.staffId = " + staff)
                                + " group by e.day, e.siteId, e.staffId, e.currency order by e.day desc",
                        Object[].class)
                .setParameter("from", from)
                .getResultStream()
                .map(LedgerEntries::sum)
                .forEach(sum -> months.merge(sum.key(), sum, Sum::plus));
        return months.values().stream()
                .filter(sum -> !sum.isNothing())
                .sorted(Comparator.comparing(Sum::month)
                        .reversed()
                        .thenComparing(Sum::siteId)
                        .thenComparing(Sum::staffId)
                        .thenComparing(sum -> Objects.requireNonNullElse(sum.currency(), "")))
                .toList();
    }

    private static Sum sum(@Nullable Object[] row) {
        return new Sum(
                YearMonth.from((LocalDate) Objects.requireNonNull(row[0])),
                whole(row[1]),
                whole(row[2]),
                whole(row[3]),
                whole(row[4]),
                whole(row[5]),
                row[6] == null ? null : Long.valueOf(whole(row[6])),
                (String) row[7]);
    }

    private static long whole(@Nullable Object column) {
        return column instanceof Number n ? n.longValue() : 0;
    }
}
