package org.postern.print;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.letter.Watches;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.web.OnceMore;

/** Many volunteers of three sites at once, on one node or two: each claims a few letters and gives them back. */
public final class ClaimRush {
    private static final Logger LOG = Logger.getLogger(ClaimRush.class.getName());
    private static final int AT_ONCE = 3;

    private final List<PrintRoom> nodes = new ArrayList<>();
    private final List<PrintSite> sites = new ArrayList<>();
    private final Pile pile;

    /** @param letters how many wait, to so many people */
    public ClaimRush(TestDatabase db, List<TestDatabase> otherNodes, int letters, int people) {
        otherNodes.forEach(node -> House.areOne(db, node));
        PrintRoom room = new PrintRoom(db, false);
        nodes.add(room);
        otherNodes.forEach(node -> nodes.add(new PrintRoom(node, false)));
        pile = room.plain;
        String country = Objects.requireNonNull(pile.country());
        sites.add(room.site);
        for (int i = 2; i <= 3; i++) {
            String name = room.site.name() + " " + i;
            sites.add(db.fromTransaction(em -> {
                PrintSite site = new PrintSite(name, "Tbilisi", "GE", "en", ZoneId.of("Asia/Tbilisi"), null);
                site.serves(country, LocalDate.of(2026, 11, 1));
                new PrintSites(em).add(site);
                return site;
            }));
        }
        List<Long> to = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            to.add(room.person(country, "languages ru", "Иванов", "Иван", "Ivanov", "Ivan"));
        }
        for (int i = 0; i < letters; i++) {
            room.letter(to.get(i % people), "Здравствуйте!", "");
        }
    }

    /**
     * What happened.
     *
     * @param shown how often a volunteer would have seen an error
     * @param again how often a claim was begun again, unseen
     * @param empty how often somebody was told that nothing is left; there always was
     * @param doubles how often, looked at all the time, a letter was in two batches
     * @param micros of each claim, with the time it waited for its turn, sorted
     */
    public record Result(int claims, int shown, int again, int empty, long doubles, List<Long> micros, long millis) {
        /** @param share 0.5 for the median */
        public double milliseconds(double share) {
            return micros.get((int) Math.min(micros.size() - 1, Math.floor(micros.size() * share))) / 1000.0;
        }
    }

    /** Until so many claims are made or the time is over. */
    public Result run(int threadsEach, int claims, Duration atMost) throws Exception {
        AtomicInteger left = new AtomicInteger(claims);
        AtomicInteger shown = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger empty = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + atMost.toNanos();
        List<Callable<List<Long>>> volunteers = new ArrayList<>();
        for (int i = 0; i < threadsEach * nodes.size(); i++) {
            PrintRoom node = nodes.get(i % nodes.size());
            PrintSite site = sites.get(i % sites.size());
            long staff = 1000L + i;
            volunteers.add(() -> {
                List<Long> took = new ArrayList<>();
                long newest = 0;
                while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                    long from = System.nanoTime();
                    try {
                        long before = newest;
                        Long number = new OnceMore(node.house.transaction)
                                .of(() -> {
                                    begun.incrementAndGet();
                                    return node.claimBatch.claim(site, pile, AT_ONCE, staff, before);
                                })
                                .number();
                        took.add((System.nanoTime() - from) / 1000);
                        if (number == null) {
                            empty.incrementAndGet();
                            continue;
                        }
                        newest = number;
                        node.db.inTransaction(em -> node.atThePrinter.giveBack(number, List.of(0), true, staff));
                    } catch (RuntimeException e) {
                        shown.incrementAndGet();
                        LOG.log(Level.SEVERE, "Shown to a volunteer", e);
                    }
                }
                return took;
            });
        }
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong doubles = new AtomicLong();
        ExecutorService hands = Executors.newFixedThreadPool(volunteers.size() + 1);
        Future<?> watch = hands.submit(() -> {
            while (!over.get()) {
                long from = System.nanoTime();
                doubles.addAndGet(inTwoBatches());
                // A twentieth of one core is for whoever looks; the rest is for the counter.
                long looked = (System.nanoTime() - from) / 1_000_000;
                try {
                    Thread.sleep(Math.max(100, 20 * looked));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
        List<Long> micros = new ArrayList<>();
        for (Future<List<Long>> one : hands.invokeAll(volunteers)) {
            micros.addAll(one.get());
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        over.set(true);
        watch.get();
        hands.shutdown();
        micros.sort(null);
        return new Result(
                micros.size(),
                shown.get(),
                begun.get() - micros.size() - shown.get(),
                empty.get(),
                doubles.get() + inTwoBatches(),
                micros,
                millis);
    }

    private long inTwoBatches() {
        PrintRoom room = nodes.get(0);
        return room.db.<Long>fromTransaction(em -> {
            var found = new Watches(em).look(room.house.now());
            return found.getOrDefault(Watches.Watch.IN_TWO_BATCHES, -1L)
                    + found.getOrDefault(Watches.Watch.STUCK_TO_A_BATCH, -1L)
                    + found.getOrDefault(Watches.Watch.OUT_OF_ITS_BATCH, -1L);
        });
    }
}
