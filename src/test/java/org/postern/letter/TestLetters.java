package org.postern.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.TestDatabase;

/** Letters that went their way by the real verbs, each step in a transaction of its own. */
public final class TestLetters {
    private static final long READER = 7;

    private final TestDatabase db;
    private final Letters letters;

    /** @param letters over the entity manager of {@code db} */
    public TestLetters(TestDatabase db, Letters letters) {
        this.db = db;
        this.letters = letters;
    }

    /** @return a letter that waits for its reader */
    public UUID written(long person, Instant when) {
        return db.fromTransaction(em -> {
            Letter letter = letters.begin(UUID.randomUUID().toString(), "en", person, "en", when);
            letters.rewrite(letter, "en", new Words("Dear friend, the bees are well.", "Joan", null), "plain", when);
            letter.arrive(LocalDate.ofInstant(when, ZoneOffset.UTC), false, when);
            return letter.id();
        });
    }

    /** Asked for changes, and changed by its writer. */
    public void changed(UUID id, Instant when) {
        db.inTransaction(em -> {
            Letter letter = letters.lock(id).orElseThrow();
            letter.claim(READER, when);
            letters.askForChanges(letter, READER, letter.fence(), "Leave the number out.", when);
            letters.rewrite(letter, "en", new Words("Dear friend, the bees sleep.", "Joan", null), "plain", when);
        });
    }

    /** Written and approved at once, to be printed from a day on, or as soon as it can be. */
    public UUID ready(long person, Instant written, @Nullable Instant notBefore) {
        UUID id = written(person, written);
        db.inTransaction(em -> {
            Letter letter = letters.lock(id).orElseThrow();
            letter.waitFor(notBefore == null ? null : LocalDate.ofInstant(notBefore, ZoneOffset.UTC));
            letter.claim(READER, written);
            String hash = Objects.requireNonNull(letter.contentHash());
            letter.approve(READER, letter.fence(), hash, Letter.Approval.READY, written);
        });
        return id;
    }

    /** Written, approved at once, printed and posted in Berlin. */
    public UUID posted(long person, Instant written, Instant posted) {
        return posted(person, written, null, posted);
    }

    /** @param notBefore the day that its writer chose; null for none */
    UUID posted(long person, Instant written, @Nullable Instant notBefore, Instant posted) {
        UUID id = ready(person, written, notBefore);
        db.inTransaction(em -> {
            Letter letter = letters.lock(id).orElseThrow();
            letter.enterBatch(Actor.staff(READER), posted);
            letter.print(Actor.staff(READER), posted);
            letter.post(Actor.staff(READER), "Berlin", posted);
        });
        return id;
    }
}
