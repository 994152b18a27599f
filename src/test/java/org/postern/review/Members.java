package org.postern.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.postern.TestDatabase;
import org.postern.letter.House;
import org.postern.staff.Role;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;

/** Members with accounts of their own, as the readers' rooms know them. */
final class Members {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestDatabase db;

    Members(TestDatabase db) {
        this.db = db;
    }

    /** @return the id of a new moderator */
    long moderator() {
        return member(false, Role.MODERATOR);
    }

    long lead() {
        return member(true, Role.MODERATOR);
    }

    long translator() {
        return member(false, Role.TRANSLATOR, Role.MODERATOR);
    }

    private long member(boolean lead, Role... roles) {
        return db.fromTransaction(em -> {
            StaffAccount account =
                    StaffAccount.of("Member " + COUNT.incrementAndGet(), Set.of(roles), lead, "a hash", Instant.EPOCH);
            new StaffAccounts(em).add(account);
            return account.id();
        });
    }

    /** A deed on a member's account. */
    void on(long id, Consumer<StaffAccount> deed) {
        db.inTransaction(em -> deed.accept(Objects.requireNonNull(new StaffAccounts(em).find(id))));
    }

    /** Named before any letter came. */
    void owns(long id, House house, String email) {
        owns(id, house, email, LocalDate.EPOCH);
    }

    void owns(long id, House house, String email, LocalDate since) {
        on(id, account -> account.owns(house.contacts.indexOf(email), since));
    }

    /** Those of other tests read nothing any more. */
    void leave() {
        db.inTransaction(em -> new StaffAccounts(em).living().forEach(account -> account.end(Instant.EPOCH)));
    }

    /** @return a letter from an address that is confirmed */
    static UUID from(ReadersHouse room, TestDatabase db, String email, String language) {
        UUID id = room.letter(
                room.prisoner("QA", ReadersHouse.LATELY, ""),
                language,
                language.equals("ru") ? "Здравствуйте, Вера!" : "Dear Vera,\n\nThe first snow fell.",
                email);
        db.inTransaction(em -> room.house.contacts.confirm(
                room.house.letters.byId(id).orElseThrow().submission().orElseThrow(), room.house.now()));
        return id;
    }
}
