package org.postern.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.postern.TestDatabase;
import org.postern.letter.LetterState;

/**
 * A large group's year, the same each time: 100,000 letters to 500 people, most of them to a few, 4 campaigns, 3
 * languages; nine in ten are posted, the rest withdrawn, refused, or still on their way.
 */
final class Year {
    static final Instant NOW = Instant.parse("2026-11-20T16:40:00Z");
    private static final int LETTERS = 100_000;
    private static final int PEOPLE = 500;
    private static final int PRISONS = 30;
    private static final int BATCH = 1_000;
    private static final List<String> LANGUAGES = List.of("ru", "en", "de");
    private static final List<String> CITIES = List.of("Berlin", "Tbilisi", "Vilnius");

    private final Random random = new Random(20261120);
    private final PreparedStatement letter;
    private final PreparedStatement event;
    private long ids;

    private Year(Connection connection) throws SQLException {
        letter = connection.prepareStatement("insert into letter (id, recipient_id, campaign_id, language, print_language,"
                + " state, state_since, written_on, slow_lane, text_key, thread_key, fence, version)"
                + " values (?, ?, ?, ?, 'ru', ?, ?, ?, false, ?, ?, 1, 1)");
        event = connection.prepareStatement("insert into letter_event (id, letter_id, recipient_id, campaign_id, language,"
                + " from_state, to_state, actor, place, days, at_hour, on_day) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    static void write(TestDatabase db) throws SQLException {
        if (db.dataSource() instanceof PGSimpleDataSource postgres) {
            postgres.setReWriteBatchedInserts(true); // as the product does
            fill(db);
        } else {
            H2Load.around(db, () -> fill(db));
        }
    }

    private static void fill(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            people(connection);
            Year year = new Year(connection);
            for (int i = 1; i <= LETTERS; i++) {
                year.writeLetter();
                if (i % BATCH == 0) {
                    year.letter.executeBatch();
                    year.event.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void people(Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            for (int i = 1; i <= 4; i++) {
                sql.execute("insert into campaign (id, slug, title, summary, story, demands, timeline, quotes, endorsed_by,"
                        + " source, running, invented, version) values (" + i + ", 'c" + i + "', 'Campaign " + i
                        + "', '', '', '', '', '', '', '', true, true, 1)");
            }
            for (int i = 1; i <= PRISONS; i++) {
                sql.execute("insert into facility (id, slug, name, latin_name, country, language, rules, checked_on, source,"
                        + " version) values (" + i + ", 'f" + i + "', 'ИК-" + i + "', 'IK-" + i
                        + "', 'RU', 'ru', '', date '2026-10-01', '', 1)");
            }
            for (int i = 1; i <= PEOPLE; i++) {
                sql.execute("insert into recipient (id, kind, slug, facility_id, language, family, given, latin_family,"
                        + " latin_given, listing, invented, lead, rules, gender, reads, story, glad_of, left_out, interests,"
                        + " timeline, version) values (" + i + ", 'PRISONER', 'p" + i + "', " + (1 + i % PRISONS) + ", 'ru', 'Ф" + i
                        + "', 'И', 'F" + i + "', 'I', 'LISTED', true, 'Nobody real.', '', 'SHE', 'ru', '"
                        + "A story of some length. ".repeat(40) + "', '', '', '', '', 1)");
            }
        }
    }

    private void writeLetter() throws SQLException {
        UUID id = nextId();
        // the square makes a few people famous
        long person = 1 + (long) (PEOPLE * Math.pow(random.nextDouble(), 2));
        Long campaign = random.nextInt(3) == 0 ? 1L + random.nextInt(4) : null;
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        Instant begun = NOW.minus(Duration.ofHours(1 + random.nextInt(52 * 7 * 24)));
        Instant at = begun;
        LetterState from = null;
        LocalDate written = day(begun);
        for (LetterState to : way(language)) {
            Instant next = from == null ? at : at.plus(Duration.ofHours(random.nextInt(48)));
            if (next.isAfter(NOW)) {
                break;
            }
            at = next;
            addEvent(id, person, campaign, language, from, to, written, at);
            from = to;
        }
        letter.setObject(1, id);
        letter.setLong(2, person);
        letter.setObject(3, campaign, Types.BIGINT);
        letter.setString(4, language);
        letter.setString(5, String.valueOf(from));
        letter.setTimestamp(6, hour(at));
        letter.setDate(7, Date.valueOf(written));
        letter.setObject(8, UUID.randomUUID());
        letter.setObject(9, UUID.randomUUID());
        letter.addBatch();
    }

    /** Random but for their order: a letter's time is random too, so the indexes hold the same, and grow at one end. */
    private UUID nextId() {
        ids += random.nextLong(1L << 43);
        return new UUID(ids, random.nextLong());
    }

    private List<LetterState> way(String language) {
        int fate = random.nextInt(100);
        if (fate < 4) {
            return List.of(LetterState.DRAFT, LetterState.UNCONFIRMED, LetterState.EXPIRED);
        }
        if (fate < 6) {
            return List.of(LetterState.DRAFT, LetterState.UNCONFIRMED, LetterState.IN_REVIEW, LetterState.REFUSED);
        }
        if (fate < 9) {
            return List.of(LetterState.DRAFT, LetterState.UNCONFIRMED, LetterState.IN_REVIEW, LetterState.READY);
        }
        boolean translated = !language.equals("ru") && fate % 2 == 0;
        return translated
                ? List.of(
                        LetterState.DRAFT,
                        LetterState.UNCONFIRMED,
                        LetterState.IN_REVIEW,
                        LetterState.IN_TRANSLATION,
                        LetterState.TRANSLATION_CHECK,
                        LetterState.READY,
                        LetterState.BATCHED,
                        LetterState.PRINTED,
                        LetterState.POSTED)
                : List.of(
                        LetterState.DRAFT,
                        LetterState.UNCONFIRMED,
                        LetterState.IN_REVIEW,
                        LetterState.READY,
                        LetterState.BATCHED,
                        LetterState.PRINTED,
                        LetterState.POSTED);
    }

    private void addEvent(
            UUID id,
            long person,
            Long campaign,
            String language,
            LetterState from,
            LetterState to,
            LocalDate written,
            Instant at)
            throws SQLException {
        boolean posted = to == LetterState.POSTED;
        event.setObject(1, nextId());
        event.setObject(2, id);
        event.setLong(3, person);
        event.setObject(4, campaign, Types.BIGINT);
        event.setString(5, language);
        event.setString(6, from == null ? null : from.name());
        event.setString(7, to.name());
        event.setString(8, "writer");
        event.setString(9, posted ? CITIES.get((int) (person % CITIES.size())) : null);
        event.setObject(10, posted ? (int) ChronoUnit.DAYS.between(written, day(at)) : null, Types.INTEGER);
        event.setTimestamp(11, hour(at));
        event.setDate(12, Date.valueOf(day(at)));
        event.addBatch();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Timestamp hour(Instant at) {
        return Timestamp.from(at.truncatedTo(ChronoUnit.HOURS));
    }
}
