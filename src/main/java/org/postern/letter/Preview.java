package org.postern.letter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Recipient;
import org.postern.letter.LetterState.Reason;

/** What a deed will do to letters, before it is done: {@link Unprinted} does it. */
@Dependent
public class Preview {
    private final LetterSums sums;
    private final Onward onward;

    @Inject
    Preview(LetterSums sums, Onward onward) {
        this.sums = sums;
        this.onward = onward;
    }

    /** Letters to one person of one kind. */
    private record Row(
            long person, LetterState state, @Nullable Reason reason, long batch, boolean taken, long letters) {}

    /** Where letters to some people stand, asked once for all deeds. */
    public final class Standing {
        private final Map<Long, Recipient> people;
        private final List<Row> rows;
        private final Map<Long, List<Reason>> against;

        private Standing(Map<Long, Recipient> people, List<Row> rows, Instant now) {
            this.people = people;
            this.rows = rows;
            this.against = rows.stream()
                    .map(Row::person)
                    .distinct()
                    .collect(Collectors.toMap(
                            Function.identity(), id -> onward.against(Objects.requireNonNull(people.get(id)), now)));
        }

        /** @return of all of them together */
        public Touched by(Act act) {
            return by(act, people.keySet());
        }

        /** @return of some of them */
        public Touched by(Act act, Collection<? extends Recipient> some) {
            return by(act, some.stream().map(Recipient::id).collect(Collectors.toSet()));
        }

        private Touched by(Act act, Set<Long> whom) {
            long goOn = 0;
            long waiting = 0;
            long onPaper = 0;
            Map<Long, Long> back = new TreeMap<>();
            Map<Long, Long> bySlip = new TreeMap<>();
            for (Row row : rows) {
                if (!whom.contains(row.person)) {
                    continue;
                }
                boolean anew = row.state == LetterState.READY
                        || (row.state == LetterState.BATCHED && !row.taken && act.reach() == Act.Reach.UNBUILT);
                if (row.state == LetterState.HELD) {
                    if (row.reason != null && act.mends().contains(row.reason)) {
                        boolean free = act.mends().containsAll(Objects.requireNonNull(against.get(row.person)));
                        goOn += free ? row.letters : 0;
                        waiting += free ? 0 : row.letters;
                    }
                } else if (anew && act.reach() != Act.Reach.HELD) {
                    goOn += act.holds() == null ? row.letters : 0;
                    waiting += act.holds() == null ? 0 : row.letters;
                } else if (row.state == LetterState.UNSURE && act.reach() == Act.Reach.BATCHES) {
                    onPaper += row.letters;
                } else if (act.reach() == Act.Reach.BATCHES) {
                    (row.taken ? bySlip : back).merge(row.batch, row.letters, Long::sum);
                }
            }
            return new Touched(goOn, waiting, named(back), named(bySlip), onPaper);
        }

        private List<Touched.InBatch> named(Map<Long, Long> batches) {
            return batches.entrySet().stream()
                    .map(one -> new Touched.InBatch(Batch.name(one.getKey()), one.getValue()))
                    .toList();
        }
    }

    /** @return what waits for some people, or is with volunteers, at this instant */
    public Standing of(Collection<? extends Recipient> people, Instant now) {
        Map<Long, Recipient> byId =
                people.stream().collect(Collectors.toMap(Recipient::id, Function.identity(), (a, b) -> a));
        return new Standing(byId, byId.isEmpty() ? List.of() : rows(byId.keySet()), now);
    }

    private List<Row> rows(Collection<Long> people) {
        String ids = people.stream().map(String::valueOf).collect(Collectors.joining(","));
        String keys = "t.recipient_id, t.state, t.reason, b.number, b.files_taken_at is not null";
        return sums
                .rows("select " + keys + ", count(*) from letter t"
                        + " left join batch_line l on l.live_letter_id = t.id"
                        + " left join batch b on b.number = l.batch_number"
                        + " where t.state in ('READY', 'HELD', 'BATCHED', 'PRINTED', 'UNSURE')"
                        + " and t.recipient_id in (" + ids + ") group by " + keys)
                .stream()
                .map(row -> new Row(
                        LetterSums.whole(row[0]),
                        LetterState.valueOf(String.valueOf(row[1])),
                        row[2] == null ? null : Reason.valueOf(row[2].toString()),
                        LetterSums.whole(row[3]),
                        Boolean.TRUE.equals(row[4]),
                        LetterSums.whole(row[5])))
                .toList();
    }
}
