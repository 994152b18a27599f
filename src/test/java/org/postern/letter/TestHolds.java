package org.postern.letter;

import org.postern.TestDatabase;
import org.postern.directory.RulePacks;
import org.postern.notice.Outbox;
import org.postern.site.PrintSites;

/** What holds letters and lets them go, over the entity manager of a test's database. */
public final class TestHolds {
    private TestHolds() {}

    public static Onward onward(TestDatabase db) {
        return new Onward(new RulePacks(), new PrintSites(db.entityManager()));
    }

    public static Holds on(TestDatabase db, Letters letters, Pages pages) {
        RulePacks packs = new RulePacks();
        PrintSites sites = new PrintSites(db.entityManager());
        return new Holds(
                letters,
                new Onward(packs, sites),
                new StillPrintable(letters, pages, packs, sites),
                pages,
                new Writers(new Outbox(db.entityManager())));
    }

    public static Preview preview(TestDatabase db) {
        return new Preview(new LetterSums(db.entityManager()), onward(db));
    }
}
