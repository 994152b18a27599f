package org.postern.print;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postern.TestClock;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Batches;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.letter.ReadyLetters;
import org.postern.letter.StackWanted;
import org.postern.letter.TestHolds;
import org.postern.site.PrintSite;
import org.postern.staff.StaffAccounts;
import org.postern.web.OwnTransaction;
import org.postern.web.Settings;

/** The step that prints, for tests of other steps: what answers a {@link StackWanted} in the product. */
public final class TestPrinter {
    private TestPrinter() {}

    public static Consumer<StackWanted> on(
            TestDatabase db, Letters letters, Batches batches, Pages pages, Settings settings) {
        return claimBatch(db, letters, batches, pages, buildBatch(db, letters, batches, pages, settings))::claim;
    }

    /** A volunteer who takes all that waits for a person's country, in a running transaction; the built batch's number. */
    public static long claim(
            TestDatabase db,
            Letters letters,
            Batches batches,
            Pages pages,
            PrintSite site,
            Recipient like,
            long staff) {
        BuildBatch build = buildBatch(db, letters, batches, pages, TestSettings.of());
        Pile pile = new Pile(Pile.family(like, site, pages), like.country());
        Long number = claimBatch(db, letters, batches, pages, build)
                .claim(site, pile, ClaimBatch.MOST, staff, Long.MAX_VALUE)
                .number();
        build.here(batches.byNumber(Objects.requireNonNull(number)).orElseThrow(), new TestClock().instant());
        return number;
    }

    static BuildBatch buildBatch(TestDatabase db, Letters letters, Batches batches, Pages pages, Settings settings) {
        return new BuildBatch(
                batches,
                letters,
                new People(db.entityManager()),
                new Freezer(letters, pages, new RulePacks()),
                TestHolds.onward(db),
                TestHolds.on(db, letters, pages),
                new BatchFile(pages, batches, settings),
                new OwnTransaction() {
                    @Override
                    public <T extends @Nullable Object> T of(Supplier<T> work) {
                        return db.fromTransaction(em -> work.get());
                    }
                },
                new TestClock());
    }

    private static ClaimBatch claimBatch(
            TestDatabase db, Letters letters, Batches batches, Pages pages, BuildBatch build) {
        ReadyLetters waiting = new ReadyLetters(db.entityManager());
        return new ClaimBatch(
                new StaffAccounts(db.entityManager()),
                waiting,
                batches,
                new People(db.entityManager()),
                new Ready(waiting, new People(db.entityManager()), pages, new RulePacks()),
                TestHolds.onward(db),
                TestHolds.on(db, letters, pages),
                new Freezer(letters, pages, new RulePacks()),
                build,
                new TestClock());
    }
}
