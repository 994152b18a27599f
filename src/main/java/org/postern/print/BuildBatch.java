package org.postern.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.Holds;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Onward;
import org.postern.typeset.Typesetting;
import org.postern.vault.PieceCode;
import org.postern.web.OwnTransaction;

/**
 * Builds the files of claimed batches in the background. Letters are frozen and set without holding a row; one last
 * transaction writes the stack and its file, and only if all of it is still true. Killed anywhere, there is nothing or
 * all, and the next run begins again.
 */
@ApplicationScoped
class BuildBatch {
    private static final Logger LOG = Logger.getLogger(BuildBatch.class.getName());

    /** Letters between two moves of the progress bar. */
    private static final int AT_ONCE = 10;

    private static final int LOOK_AT = 50;

    private Batches batches;
    private Letters letters;
    private People people;
    private Freezer freezer;
    private Onward onward;
    private Holds holds;
    private BatchFile file;
    private OwnTransaction transaction;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected BuildBatch() {}

    @Inject
    BuildBatch(
            Batches batches,
            Letters letters,
            People people,
            Freezer freezer,
            Onward onward,
            Holds holds,
            BatchFile file,
            OwnTransaction transaction,
            Clock clock) {
        this.batches = batches;
        this.letters = letters;
        this.people = people;
        this.freezer = freezer;
        this.onward = onward;
        this.holds = holds;
        this.file = file;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Outside of any transaction. The smallest batch goes first, and it is asked anew after each: forty letters do not
     * wait behind those of five hundred that came a moment before.
     *
     * @return how many sets are there now that were not
     */
    int buildWhatWaits() {
        int built = 0;
        Set<Long> tried = new HashSet<>();
        for (Optional<Long> next = next(tried); next.isPresent(); next = next(tried)) {
            long number = next.get();
            tried.add(number);
            try {
                built += build(number) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "The files of batch " + number + " were not built");
                transaction.of(() -> {
                    batches.lock(number).ifPresent(batch -> batches.buildFailed(batch, nameOf(e)));
                    return number;
                });
            }
        }
        return built;
    }

    private Optional<Long> next(Set<Long> tried) {
        return transaction.of(() -> batches.waitingToBeBuilt(LOOK_AT).stream()
                .filter(number -> !tried.contains(number))
                .findFirst());
    }

    /** Of the fault itself: a message may quote what stands in a letter. */
    private static String nameOf(RuntimeException fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return name.length() > 80 ? name.substring(0, 80) : name;
    }

    /** What is to be built: the round, and the lines that held letters when it began. */
    private record Plan(int round, List<UUID> lines) {}

    /**
     * One letter, read and set; either {@code frozen} and {@code set}, or why it leaves.
     *
     * @param why it must not be printed now
     * @param trouble what is to be mended, where the reason is FAULT
     */
    private record Item(
            UUID line,
            UUID letter,
            long seq,
            long recipient,
            PieceCode code,
            Freezer.Facts facts,
            @Nullable Frozen frozen,
            @Nullable Typesetting set,
            @Nullable Reason why,
            Freezer.@Nullable Trouble trouble) {
        int sheets() {
            return (Objects.requireNonNull(set).pages() + 1) / 2;
        }

        Frozen isFrozen() {
            return Objects.requireNonNull(frozen);
        }
    }

    /** @return whether the files are there by this call; false if something changed meanwhile, or somebody was faster */
    boolean build(long number) {
        Plan plan = transaction
                .<Optional<Plan>>of(() ->
                        batches.byNumber(number).filter(Batch::isBeingBuilt).map(BuildBatch::plan))
                .orElse(null);
        if (plan == null) {
            return false;
        }
        List<Item> items = new ArrayList<>();
        for (int from = 0; from < plan.lines().size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, plan.lines().size());
            List<UUID> some = plan.lines().subList(from, to);
            items.addAll(transaction.of(() -> set(number, some)));
            transaction.of(() -> {
                batches.progress(number, plan.round(), to);
                return to;
            });
        }
        List<Item> stack = inOrder(items);
        BatchFile.Drawn drawn = stack.isEmpty()
                ? null
                : transaction.of(() -> file.draw(batches.byNumber(number).orElseThrow(), pieces(stack)));
        return transaction.of(() -> write(number, plan, items, stack, drawn));
    }

    /** The same within the running transaction, for who cannot wait: nobody else sees the batch yet. */
    void here(Batch batch, Instant now) {
        List<Item> items =
                batch.lines().stream().map(line -> item(batch, line, null)).toList();
        List<Item> stack = inOrder(items);
        keep(batch, items, stack, stack.isEmpty() ? null : file.draw(batch, pieces(stack)), now);
    }

    private static Plan plan(Batch batch) {
        return new Plan(
                batch.buildRound(),
                batch.lines().stream()
                        .filter(BatchLine::isOpen)
                        .map(BatchLine::id)
                        .sorted()
                        .toList());
    }

    private List<Item> set(long number, List<UUID> lines) {
        Batch batch = batches.byNumber(number).orElseThrow();
        Instant now = clock.instant();
        return batch.lines().stream()
                .filter(line -> lines.contains(line.id()))
                .map(line -> item(batch, line, now))
                .toList();
    }

    /** @param now when wishes, routes and addresses are asked again; null if they were a moment ago */
    private Item item(Batch batch, BatchLine line, @Nullable Instant now) {
        Letter letter = letters.byId(line.letterId()).orElseThrow();
        Recipient to = people.byId(letter.recipientId()).orElseThrow();
        Reason waits =
                now == null ? null : onward.of(to, letter.printLanguage(), now).reason();
        Freezer.Outcome outcome =
                waits == null ? freezer.freeze(letter, to, batch.site()) : new Freezer.Outcome(null, null, null);
        boolean fault = waits == null && outcome.frozen() == null;
        return new Item(
                line.id(),
                letter.id(),
                letter.seq(),
                to.id(),
                new PieceCode(line.pieceCode()),
                freezer.facts(to, batch.site()),
                outcome.frozen(),
                outcome.set(),
                fault ? Reason.FAULT : waits,
                outcome.trouble());
    }

    /** Thin letters first, so that one stamp serves a run; then place by place, person by person. */
    private static List<Item> inOrder(List<Item> items) {
        return items.stream()
                .filter(item -> item.frozen() != null)
                .sorted(Comparator.comparingInt(Item::sheets)
                        .thenComparing(item -> item.isFrozen().outside().misfit() != null)
                        .thenComparing(item -> item.isFrozen().to().country())
                        .thenComparing(item -> item.isFrozen().to().place())
                        .thenComparing(item -> item.isFrozen().to().latinName())
                        .thenComparing(Item::seq))
                .toList();
    }

    private static List<Piece> pieces(List<Item> stack) {
        List<Piece> pieces = new ArrayList<>();
        for (Item item : stack) {
            pieces.add(new Piece(pieces.size() + 1, item.code(), item.isFrozen(), Objects.requireNonNull(item.set())));
        }
        return pieces;
    }

    /** The last step, on locked rows: nothing of what was set may have become untrue meanwhile. */
    private boolean write(long number, Plan plan, List<Item> items, List<Item> stack, BatchFile.@Nullable Drawn drawn) {
        Instant now = clock.instant();
        Map<Long, Recipient> still =
                people.standStill(items.stream().map(Item::recipient).collect(Collectors.toSet()));
        Batch batch = batches.lock(number).orElseThrow();
        if (!batch.awaits(plan.round()) || !plan(batch).lines().equals(plan.lines())) {
            return false;
        }
        for (Item item : items) {
            Recipient to = Objects.requireNonNull(still.get(item.recipient()));
            Letter letter = letters.lock(item.letter()).orElseThrow();
            Reason waits = onward.of(to, letter.printLanguage(), now).reason();
            if (letter.state() != LetterState.BATCHED
                    || !freezer.facts(to, batch.site()).equals(item.facts())
                    || waits != (item.why() == Reason.FAULT ? null : item.why())) {
                return false;
            }
        }
        keep(batch, items, stack, drawn, now);
        return true;
    }

    private void keep(Batch batch, List<Item> items, List<Item> stack, BatchFile.@Nullable Drawn drawn, Instant now) {
        Map<UUID, BatchLine> lines = new HashMap<>();
        batch.lines().forEach(line -> lines.put(line.id(), line));
        for (Item item : items) {
            if (item.why() != null) {
                Letter letter = letters.lock(item.letter()).orElseThrow();
                String trouble = item.trouble() == null ? null : item.trouble().name();
                batches.leaveOut(Objects.requireNonNull(lines.get(item.line())), letter, item.why(), trouble, now);
                holds.tell(letter, now);
            }
        }
        if (drawn == null) {
            batches.builtOfNothing(batch, now);
            return;
        }
        Franking franking = Franking.of(batch);
        List<Batches.Placed> placed = new ArrayList<>();
        for (Item item : stack) {
            Typesetting set = Objects.requireNonNull(item.set());
            placed.add(new Batches.Placed(
                    Objects.requireNonNull(lines.get(item.line())),
                    letters.byId(item.letter()).orElseThrow(),
                    item.isFrozen().toBytes(),
                    BatchFile.hash(set.pdf()),
                    set.pages(),
                    drawn.firstPages().get(placed.size()),
                    franking.grams(new Piece(placed.size() + 1, item.code(), item.isFrozen(), set)),
                    item.isFrozen().to().country()));
        }
        batches.built(batch, placed, drawn.pdf(), drawn.hash());
    }
}
