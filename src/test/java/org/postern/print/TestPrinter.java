package org.postern.print;

import java.util.Objects;
import java.util.function.Consumer;
import org.postern.TestClock;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Batches;
import org.postern.letter.Letters;
import org.postern.letter.Onward;
import org.postern.letter.Pages;
import org.postern.letter.StackWanted;
import org.postern.letter.TestHolds;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.StaffAccounts;
import org.postern.web.Settings;

/** The step that prints, for tests of other steps: what answers a {@link StackWanted} in the product. */
public final class TestPrinter {
    private TestPrinter() {}

    public static Consumer<StackWanted> on(
            TestDatabase db, Letters letters, Batches batches, Pages pages, Settings settings) {
        return claimBatch(db, letters, batches, pages, settings)::claim;
    }

    /** A volunteer who takes all that waits for a person's country, in a running transaction; the batch's number. */
    public static long claim(
            TestDatabase db,
            Letters letters,
            Batches batches,
            Pages pages,
            PrintSite site,
            Recipient like,
            long staff) {
        Long number = claimBatch(db, letters, batches, pages, TestSettings.of())
                .claim(site, Destination.of(like, site, pages), ClaimBatch.MOST, staff, Long.MAX_VALUE)
                .number();
        return Objects.requireNonNull(number);
    }

    private static ClaimBatch claimBatch(
            TestDatabase db, Letters letters, Batches batches, Pages pages, Settings settings) {
        return new ClaimBatch(
                new StaffAccounts(db.entityManager()),
                letters,
                batches,
                new People(db.entityManager()),
                new Ready(letters, new People(db.entityManager()), pages),
                new Onward(new RulePacks(), new PrintSites(db.entityManager())),
                new Freezer(letters, pages, new RulePacks()),
                TestHolds.on(db, letters, pages),
                new BatchFile(pages, batches, settings),
                new TestClock());
    }
}
