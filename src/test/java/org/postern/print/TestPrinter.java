package org.postern.print;

import java.util.function.Consumer;
import org.postern.TestClock;
import org.postern.TestDatabase;
import org.postern.directory.People;
import org.postern.directory.RulePacks;
import org.postern.letter.Batches;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.letter.StackWanted;
import org.postern.letter.TestHolds;
import org.postern.staff.StaffAccounts;
import org.postern.web.Settings;

/** The step that prints, for tests of other steps: what answers a {@link StackWanted} in the product. */
public final class TestPrinter {
    private TestPrinter() {}

    public static Consumer<StackWanted> on(
            TestDatabase db, Letters letters, Batches batches, Pages pages, Settings settings) {
        return new ClaimBatch(
                new StaffAccounts(db.entityManager()),
                letters,
                batches,
                new Ready(letters, new People(db.entityManager()), pages),
                new Freezer(letters, pages, new RulePacks()),
                TestHolds.on(db, letters, pages),
                new BatchFile(pages, batches, settings),
                new TestClock())::claim;
    }
}
