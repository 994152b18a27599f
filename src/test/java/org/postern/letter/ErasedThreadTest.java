package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.notice.NoticeKind;

/** What somebody with the whole database finds out about who wrote what, and when they sat at a keyboard. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class ErasedThreadTest {
    private static final String EMAIL = "marta@example.org";
    /** What a writer's deeds leave behind. */
    private static final List<String> OF_WRITERS = List.of("contact", "submission", "letter", "letter_event", "notice");

    private final TestDatabase db;
    private final House house;

    ErasedThreadTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
    }

    @Test
    void after_erasure_no_row_leads_from_a_letter_to_its_writer_or_to_the_writers_other_letters() throws SQLException {
        UUID erased = house.ready(EMAIL, Keeping.FOR_A_REPLY);
        UUID other = house.arrived(EMAIL, Keeping.FOR_A_REPLY);
        UUID contact = house.contactOf(erased);
        UUID submission = submissionOf(erased);
        house.tell(NoticeKind.RECEIVED, erased);
        assertThat(reach(erased)).as("the search itself works").contains(contact, submission, other);

        house.on(erased, letter -> letter.eraseAt(house.now()));
        house.eraser().eraseWhatIsDue();
        assertThat(reach(erased)).doesNotContain(contact, submission, other, submissionOf(other));
        assertThat(house.contactOf(other)).isEqualTo(contact);
        assertThat(db.value("select 1 from submission where id = '" + submission + "'"))
                .isNull();
    }

    @Test
    void a_forgotten_contact_goes_with_the_last_thing_that_leads_to_it() {
        UUID id = house.arrived("eva@example.org", Keeping.UNTIL_POSTED);
        UUID contact = house.contactOf(id);
        house.on(id, letter -> {
            letter.withdraw(house.now());
            letter.eraseAt(house.now());
        });
        db.inTransaction(em -> house.contacts.byId(contact).orElseThrow().forgetAt(house.now()));
        house.eraser().eraseWhatIsDue();
        assertThat(db.value("select 1 from contact where id = '" + contact + "'"))
                .isNull();
    }

    @Test
    void a_mail_that_was_sent_is_forgotten_after_a_week_and_one_that_waits_is_not() {
        UUID id = house.arrived("ida@example.org", Keeping.UNTIL_POSTED);
        UUID waits = house.tell(NoticeKind.RECEIVED, id);
        house.clock.pass(Duration.ofDays(6));
        house.eraser().eraseWhatIsDue();
        assertThat(noticesOf(id)).hasSize(3);
        house.clock.pass(Duration.ofDays(2));
        house.eraser().eraseWhatIsDue();
        assertThat(noticesOf(id)).containsExactly(waits);
    }

    @Test
    void no_deed_of_a_writer_leaves_more_than_its_hour() throws SQLException {
        house.on(house.begun(), letter -> letter.keepAsDraftFor(Duration.ofDays(14), house.now()));
        house.on(house.arrived("otto@example.org", Keeping.TO_CONFIRM), letter -> letter.withdraw(house.now()));
        UUID posted = house.ready("olga@example.org", Keeping.FOR_A_REPLY);
        house.tell(NoticeKind.RECEIVED, posted);
        long batch = house.batch(house.now().plus(Duration.ofDays(1)), posted);
        house.print(batch);
        house.post(batch);
        UUID gone = house.arrived("nina@example.org", Keeping.UNTIL_POSTED);
        house.on(gone, letter -> letter.eraseAt(house.now()));
        db.inTransaction(
                em -> house.contacts.byId(house.contactOf(gone)).orElseThrow().forgetAt(house.now()));
        assertThat(timesOfWriters())
                .isNotEmpty()
                .allSatisfy(
                        time -> assertThat(time.substring(time.indexOf('|'))).endsWith("|0"));
    }

    @Test
    void nothing_is_erased_earlier_than_promised() {
        UUID id = house.begun();
        house.clock.pass(Duration.ofHours(24).minusMinutes(1));
        assertThat(db.<Boolean>fromTransaction(
                        em -> house.letters.byId(id).orElseThrow().isDue(house.now())))
                .isFalse();
        house.clock.pass(Duration.ofMinutes(61));
        assertThat(db.<Boolean>fromTransaction(
                        em -> house.letters.byId(id).orElseThrow().isDue(house.now())))
                .isTrue();
    }

    private UUID submissionOf(UUID letter) {
        return db.fromTransaction(em -> house.letters
                .byId(letter)
                .flatMap(Letter::submission)
                .map(Submission::id)
                .orElseThrow());
    }

    private List<UUID> noticesOf(UUID letter) {
        return db.fromTransaction(em -> em.createQuery("select n.id from Notice n where n.letterId = :id", UUID.class)
                .setParameter("id", letter)
                .getResultList());
    }

    /** @return every id that a chain of rows leads to from one; the person written to is everybody's and no link */
    private Set<UUID> reach(UUID from) throws SQLException {
        List<Set<UUID>> rows = rows();
        Set<UUID> reached = new HashSet<>(Set.of(from));
        boolean more = true;
        while (more) {
            more = false;
            for (Set<UUID> row : rows) {
                if (row.stream().anyMatch(reached::contains)) {
                    more |= reached.addAll(row);
                }
            }
        }
        return reached;
    }

    private List<Set<UUID>> rows() throws SQLException {
        List<Set<UUID>> rows = new ArrayList<>();
        try (Connection c = db.dataSource().getConnection()) {
            for (String table : tables(c)) {
                try (ResultSet row = c.createStatement().executeQuery("select * from " + table)) {
                    while (row.next()) {
                        rows.add(ids(row));
                    }
                }
            }
        }
        return rows;
    }

    private static Set<UUID> ids(ResultSet row) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (row.getObject(i) instanceof UUID id) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static List<String> tables(Connection c) throws SQLException {
        List<String> tables = new ArrayList<>();
        DatabaseMetaData meta = c.getMetaData();
        try (ResultSet found =
                meta.getTables(c.getCatalog(), c.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.startsWith("flyway")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    /** @return e.g. {@code letter.due|0}, the second of its hour behind the bar */
    private List<String> timesOfWriters() throws SQLException {
        List<String> times = new ArrayList<>();
        try (Connection c = db.dataSource().getConnection()) {
            for (String table : OF_WRITERS) {
                try (ResultSet row = c.createStatement().executeQuery("select * from " + table)) {
                    while (row.next()) {
                        addTimes(table, row, times);
                    }
                }
            }
        }
        return times;
    }

    private static void addTimes(String table, ResultSet row, List<String> times) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            int type = row.getMetaData().getColumnType(i);
            if ((type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) && row.getTimestamp(i) != null) {
                long millis =
                        row.getTimestamp(i).getTime() % Duration.ofHours(1).toMillis();
                String name = row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
                times.add(table + "." + name + "|" + millis);
            }
        }
    }
}
