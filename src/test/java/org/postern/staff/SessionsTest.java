package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.vault.TestVault;
import org.postern.vault.Token;
import org.postern.vault.Vault;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class SessionsTest {
    private final TestDatabase db;
    private final TestClock clock = new TestClock();
    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final OpenSession open;

    @TempDir
    Path keys;

    private Vault vault;
    private RecogniseStaff recognise;

    SessionsTest(TestDatabase db) {
        this.db = db;
        accounts = new StaffAccounts(db.entityManager());
        sessions = new StaffSessions(db.entityManager());
        open = opening("true");
    }

    private OpenSession opening(String demo) {
        return new OpenSession(accounts, sessions, TestSettings.of(Map.of("postern.demo", demo)), clock);
    }

    @BeforeEach
    void makeKeys() {
        for (String table : List.of("staff_session", "staff_role", "staff_account", "wrapping_key")) {
            db.sql("delete from " + table);
        }
        vault = TestVault.in(db, keys.resolve("keys"));
        recognise = new RecogniseStaff(sessions, vault, clock);
    }

    private StaffAccount member(String name, Role... roles) {
        return db.fromTransaction(em -> {
            StaffAccount account = StaffAccount.of(name, Set.of(roles), true, "a hash", clock.instant());
            accounts.add(account);
            return account;
        });
    }

    private Token signedIn(StaffAccount account) {
        return db.fromTransaction(em -> open.of(Objects.requireNonNull(accounts.find(account.id()))));
    }

    private Optional<Staff.Recognised> whoIs(Token token) {
        return db.fromTransaction(em -> recognise.by(token));
    }

    @Test
    void a_session_says_who_acts_and_what_they_may() {
        StaffAccount marta = member("Marta", Role.MODERATOR, Role.TRANSLATOR);
        Staff.Recognised who = whoIs(signedIn(marta)).orElseThrow();
        assertThat(who.id()).isEqualTo(marta.id());
        assertThat(who.name()).isEqualTo("Marta");
        assertThat(who.roles()).containsExactlyInAnyOrder(Role.MODERATOR, Role.TRANSLATOR);
        assertThat(who.lead()).isTrue();
        assertThat(who.siteId()).isNull();
    }

    @Test
    void the_cookie_itself_is_never_stored() {
        Token token = signedIn(member("Marta", Role.MODERATOR));
        assertThat(db.value("select token_hash from staff_session"))
                .isEqualTo(token.hash())
                .isNotEqualTo(token.text());
        assertThat(whoIs(Token.random())).isEmpty();
    }

    @Test
    void each_session_has_a_form_token_of_its_own() {
        StaffAccount marta = member("Marta", Role.MODERATOR);
        Token one = signedIn(marta);
        Token other = signedIn(marta);
        assertThat(whoIs(one).orElseThrow().formToken())
                .isEqualTo(whoIs(one).orElseThrow().formToken())
                .isNotEqualTo(whoIs(other).orElseThrow().formToken());
    }

    @Test
    void two_hours_without_a_click_end_it() {
        Token token = signedIn(member("Marta", Role.MODERATOR));
        clock.passes(Duration.ofMinutes(110));
        assertThat(whoIs(token)).isPresent();
        clock.passes(Duration.ofMinutes(110));
        assertThat(whoIs(token)).as("the click before prolonged it").isPresent();
        clock.passes(Duration.ofHours(2));
        assertThat(whoIs(token)).isEmpty();
    }

    @Test
    void twelve_hours_end_it_however_busy() {
        Token token = signedIn(member("Marta", Role.MODERATOR));
        for (int hour = 1; hour < 12; hour++) {
            clock.passes(Duration.ofHours(1));
            assertThat(whoIs(token)).as("hour " + hour).isPresent();
        }
        clock.passes(Duration.ofHours(1));
        assertThat(whoIs(token)).isEmpty();
    }

    @Test
    void signing_out_ends_this_browser_only() {
        StaffAccount marta = member("Marta", Role.MODERATOR);
        Token here = signedIn(marta);
        Token there = signedIn(marta);
        db.inTransaction(em -> open.end(here));
        assertThat(whoIs(here)).isEmpty();
        assertThat(whoIs(there)).isPresent();
    }

    @Test
    void a_change_of_roles_holds_at_the_next_click() {
        StaffAccount marta = member("Marta", Role.MODERATOR);
        Token token = signedIn(marta);
        db.inTransaction(em -> Objects.requireNonNull(accounts.find(marta.id())).mayDo(Set.of(Role.PRINTER), true));
        Staff.Recognised who = whoIs(token).orElseThrow();
        assertThat(who.roles()).containsExactly(Role.PRINTER);
        assertThat(who.lead()).as("only a moderator leads").isFalse();
    }

    @Test
    void an_account_that_ends_is_signed_out_everywhere_and_cannot_come_back() {
        StaffAccount marta = member("Marta", Role.MODERATOR);
        Token token = signedIn(marta);
        db.inTransaction(em -> Objects.requireNonNull(accounts.find(marta.id())).end(clock.instant()));
        assertThat(whoIs(token)).as("even before its rows are gone").isEmpty();
        db.inTransaction(em -> sessions.endAllOf(Objects.requireNonNull(accounts.find(marta.id()))));
        assertThat(db.value("select count(*) from staff_session")).hasToString("0");
        assertThat(db.<Optional<Token>>fromTransaction(em -> open.ifStill("Marta", "a hash")))
                .isEmpty();
        assertThat(db.<Object>fromTransaction(em -> Optional.ofNullable(open.hash("Marta"))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_password_that_changed_while_it_was_checked_opens_nothing() {
        member("Marta", Role.MODERATOR);
        assertThat(db.<Optional<Token>>fromTransaction(em -> open.ifStill("marta", "a hash")))
                .isPresent();
        assertThat(db.<Optional<Token>>fromTransaction(em -> open.ifStill("marta", "an older hash")))
                .isEmpty();
    }

    @Test
    void rows_of_closed_browsers_are_swept_at_the_next_sign_in() {
        StaffAccount marta = member("Marta", Role.MODERATOR);
        signedIn(marta);
        clock.passes(Duration.ofHours(3));
        signedIn(marta);
        assertThat(db.value("select count(*) from staff_session")).hasToString("1");
    }

    @Test
    void nobody_looks_in_as_a_member_outside_the_demo() {
        member("Priya", Role.PRINTER);
        assertThat(db.<Optional<Token>>fromTransaction(em -> open.inDemo("printer")))
                .isPresent();
        assertThat(db.<Optional<Token>>fromTransaction(em -> open.inDemo("admin")))
                .isEmpty();
        assertThat(db.<Optional<Token>>fromTransaction(em -> open.inDemo("root")))
                .isEmpty();
        assertThat(db.<Optional<Token>>fromTransaction(em -> opening("false").inDemo("printer")))
                .isEmpty();
    }

    @Test
    void a_name_is_not_taken_twice_in_another_spelling() {
        member("Marta", Role.MODERATOR);
        assertThatThrownBy(() -> member("MARTA", Role.ADMIN)).isInstanceOf(RuntimeException.class);
        assertThat(db.<Optional<StaffAccount>>fromTransaction(em -> accounts.byName(" mArTa ")))
                .isPresent();
    }

    @Test
    void the_last_administrator_is_known_as_such() {
        StaffAccount ada = member("Ada", Role.ADMIN);
        member("Marta", Role.MODERATOR);
        assertThat(db.<Boolean>fromTransaction(em -> accounts.anotherAdmin(ada)))
                .isFalse();
        member("Grace", Role.ADMIN);
        assertThat(db.<Boolean>fromTransaction(em -> accounts.anotherAdmin(ada)))
                .isTrue();
    }
}
