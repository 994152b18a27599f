package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.postern.web.Settings;
import org.postern.web.Starting;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class SetUpTest {
    private static final String LONG = "four ordinary words";

    private final TestDatabase db;
    private final TestClock clock = new TestClock();
    private final Passwords passwords = new Passwords();
    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final SetupLinks links;
    private final Audit audit;
    private final SetUp setUp;

    @TempDir
    Path keys;

    SetUpTest(TestDatabase db) {
        this.db = db;
        accounts = new StaffAccounts(db.entityManager());
        sessions = new StaffSessions(db.entityManager());
        links = new SetupLinks(db.entityManager());
        audit = new Audit(db.entityManager(), clock);
        OpenSession open = new OpenSession(accounts, sessions, settings(false, false), clock);
        setUp = new SetUp(links, accounts, sessions, open, passwords, audit, clock);
    }

    @BeforeEach
    void empty() {
        for (String table :
                List.of("staff_session", "setup_link", "staff_role", "staff_account", "audit_entry", "wrapping_key")) {
            db.sql("delete from " + table);
        }
    }

    private static Settings settings(boolean demo, boolean newAdminLink) {
        return TestSettings.of(Map.of(
                "postern.demo", String.valueOf(demo),
                "postern.new-admin-link", String.valueOf(newAdminLink),
                "postern.origins", "https://letters.example, http://abc.onion"));
    }

    private List<String> start(boolean demo, boolean newAdminLink) {
        return db.fromTransaction(em -> {
            Starting starting = new Starting();
            FirstStaff first = new FirstStaff(
                    accounts,
                    links,
                    passwords,
                    audit,
                    TestVault.in(db, keys.resolve("keys")),
                    settings(demo, newAdminLink),
                    clock);
            first.prepare(starting);
            return starting.lines();
        });
    }

    private static String tokenIn(String line) {
        String before = "set-up link (one hour, once): https://letters.example/desk/setup/";
        assertThat(line).startsWith(before);
        return line.substring(before.length());
    }

    private Optional<SetUp.Outcome> choose(String token, String name, String password) {
        return db.fromTransaction(em -> setUp.use(token, new SetUp.Choice(name, password, password)));
    }

    @Test
    void the_first_start_prints_one_link_and_it_makes_one_administrator() {
        List<String> lines = start(false, false);
        assertThat(lines).hasSize(1);
        String token = tokenIn(lines.get(0));
        assertThat(choose(token, "Ada", LONG).orElseThrow().session()).isPresent();
        assertThat(choose(token, "Eve", LONG)).as("once").isEmpty();
        StaffAccount ada = db.<Optional<StaffAccount>>fromTransaction(em -> accounts.byName("Ada"))
                .orElseThrow();
        assertThat(ada.roles()).containsExactly(Role.ADMIN);
        assertThat(passwords.verify(LONG, ada.passwordHash())).isTrue();
        assertThat(start(false, false)).as("there are staff now").isEmpty();
    }

    @Test
    void a_link_works_for_an_hour() {
        String token = tokenIn(start(false, false).get(0));
        clock.passes(Duration.ofMinutes(59));
        assertThat(db.<Optional<SetupLink>>fromTransaction(em -> setUp.link(token)))
                .isPresent();
        clock.passes(Duration.ofMinutes(1));
        assertThat(db.<Optional<SetupLink>>fromTransaction(em -> setUp.link(token)))
                .isEmpty();
        assertThat(choose(token, "Ada", LONG)).isEmpty();
        assertThat(db.value("select count(*) from staff_account")).hasToString("0");
    }

    @Test
    void a_second_start_ends_the_link_of_the_first() {
        String first = tokenIn(start(false, false).get(0));
        String second = tokenIn(start(false, false).get(0));
        assertThat(choose(first, "Eve", LONG)).isEmpty();
        assertThat(choose(second, "Ada", LONG)).isPresent();
    }

    @Test
    void the_setting_prints_a_link_again_and_the_audit_says_so() {
        choose(tokenIn(start(false, false).get(0)), "Ada", LONG);
        String token = tokenIn(start(false, true).get(0));
        assertThat(choose(token, "Grace", LONG)).isPresent();
        assertThat(db.value("select count(*) from audit_entry where action = 'admin-link.made' and actor is null"))
                .hasToString("1");
    }

    @Test
    void all_objections_are_said_at_once_and_use_nothing_up() {
        String token = tokenIn(start(false, false).get(0));
        assertThat(choose(token, "A", "too short").orElseThrow().objections()).containsExactly("name", "short");
        assertThat(db.<Optional<SetUp.Outcome>>fromTransaction(
                                em -> setUp.use(token, new SetUp.Choice("Ada", LONG, LONG + "!")))
                        .orElseThrow()
                        .objections())
                .containsExactly("again");
        assertThat(choose(token, "Ada", LONG).orElseThrow().session()).isPresent();
    }

    @Test
    void a_new_password_ends_every_session_of_the_old_one() {
        choose(tokenIn(start(false, false).get(0)), "Ada", LONG);
        Token link = Token.random();
        db.inTransaction(em ->
                links.add(SetupLink.forNewPassword(link, accounts.byName("Ada").orElseThrow(), clock.instant())));
        assertThat(choose(link.text(), "ignored", "quite another sentence")
                        .orElseThrow()
                        .session())
                .isPresent();
        assertThat(db.value("select count(*) from staff_session")).hasToString("1");
        assertThat(db.value("select count(*) from staff_account")).hasToString("1");
        String hash = db.<Optional<StaffAccount>>fromTransaction(em -> accounts.byName("Ada"))
                .orElseThrow()
                .passwordHash();
        assertThat(passwords.verify("quite another sentence", hash)).isTrue();
        assertThat(passwords.verify(LONG, hash)).isFalse();
    }

    @Test
    void the_demo_prints_its_accounts_once_and_their_passwords_open() {
        List<String> lines = start(true, false);
        assertThat(lines).hasSize(7).allMatch(line -> line.matches("staff account: [a-z]+ [A-Z][a-z]+ [a-z0-9-]{12,}"));
        assertThat(lines).filteredOn(line -> line.contains(" moderator ")).hasSize(2);
        assertThat(lines).filteredOn(line -> line.contains(" translator ")).hasSize(2);
        String[] words = lines.get(0).split(" ", -1);
        StaffAccount marta = db.<Optional<StaffAccount>>fromTransaction(em -> accounts.byName(words[3]))
                .orElseThrow();
        assertThat(marta.name()).isEqualTo("Marta");
        assertThat(marta.lead()).isTrue();
        assertThat(passwords.verify(words[4], marta.passwordHash())).isTrue();
        assertThat(start(true, false)).singleElement().asString().contains("printed at the first start");
    }

    @Test
    void the_audit_keeps_the_hour_and_shows_the_newest_first() {
        db.inTransaction(em -> audit.record(7L, "roles.set", "Marta", "moderator lead"));
        clock.passes(Duration.ofHours(1));
        db.inTransaction(em -> audit.record(null, "account.ended", "Marta"));
        List<AuditEntry> entries = db.fromTransaction(em -> audit.page(Long.MAX_VALUE, 10));
        assertThat(entries).extracting(AuditEntry::action).containsExactly("account.ended", "roles.set");
        assertThat(entries)
                .extracting(entry -> entry.happened().toString())
                .containsExactly("2026-11-22T15:00:00Z", "2026-11-22T14:00:00Z");
        assertThat(db.<List<AuditEntry>>fromTransaction(
                        em -> audit.page(entries.get(0).id(), 10)))
                .extracting(AuditEntry::detail)
                .containsExactly("moderator lead");
    }

    @Test
    void names_for_the_audit_are_found_at_once() {
        choose(tokenIn(start(false, false).get(0)), "Ada", LONG);
        long id = db.<List<StaffAccount>>fromTransaction(em -> accounts.living())
                .get(0)
                .id();
        assertThat(db.<Map<Long, String>>fromTransaction(em -> accounts.names(Set.of(id, -1L))))
                .isEqualTo(Map.of(id, "Ada"));
    }
}
