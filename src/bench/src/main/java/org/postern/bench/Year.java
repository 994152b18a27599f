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
import java.util.ArrayList;
import java.util.Comparator;
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
    private final List<Event> events = new ArrayList<>();
    private long ids;

    /** A letter's move; {@code from} is null for its first, {@code campaign} for none. */
    private record Event(
            UUID letter,
            long person,
            Long campaign,
            String language,
            LetterState from,
            LetterState to,
            LocalDate written,
            Instant at) {}

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
        }
        Lightly.in(db, () -> fill(db));
    }

    private static void fill(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            people(connection);
            Year year = new Year(connection);
            year.writeLetters();
            connection.commit();
            year.writeEvents();
            connection.commit();
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

    private void writeLetters() throws SQLException {
        int[] begun =
                random.ints(LETTERS, 1, 1 + 52 * 7 * 24).map(hours -> -hours).sorted().toArray();
        for (int i = 0; i < LETTERS; i++) {
            addLetter(NOW.plus(Duration.ofHours(begun[i])));
            if (i % BATCH == BATCH - 1) {
                letter.executeBatch();
            }
        }
    }

    /** In the order in which they happened, as a Postern that ran all the year has them. */
    private void writeEvents() throws SQLException {
        events.sort(Comparator.comparing(Event::at));
        for (int i = 0; i < events.size(); i++) {
            add(events.get(i));
            if (i % BATCH == BATCH - 1 || i == events.size() - 1) {
                event.executeBatch();
            }
        }
    }

    private void addLetter(Instant begun) throws SQLException {
        UUID id = nextId();
        // the square makes a few people famous
        long person = 1 + (long) (PEOPLE * Math.pow(random.nextDouble(), 2));
        Long campaign = random.nextInt(3) == 0 ? 1L + random.nextInt(4) : null;
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        Instant at = begun;
        LetterState from = null;
        LocalDate written = day(begun);
        for (LetterState to : way(language)) {
            Instant next = from == null ? at : at.plus(Duration.ofHours(random.nextInt(48)));
            if (next.isAfter(NOW)) {
                break;
            }
            at = next;
            events.add(new Event(id, person, campaign, language, from, to, written, at));
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

    /**
     * Random but for their order, while the product's are random altogether: no question of the page reads by them, and
     * indexes that grow at one end are written in seconds.
     */
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

    private void add(Event each) throws SQLException {
        boolean posted = each.to == LetterState.POSTED;
        LocalDate day = day(each.at);
        event.setObject(1, nextId());
        event.setObject(2, each.letter);
        event.setLong(3, each.person);
        event.setObject(4, each.campaign, Types.BIGINT);
        event.setString(5, each.language);
        event.setString(6, each.from == null ? null : each.from.name());
        event.setString(7, each.to.name());
        event.setString(8, "writer");
        event.setString(9, posted ? CITIES.get((int) (each.person % CITIES.size())) : null);
        event.setObject(10, posted ? (int) ChronoUnit.DAYS.between(each.written, day) : null, Types.INTEGER);
        event.setTimestamp(11, hour(each.at));
        event.setDate(12, Date.valueOf(day));
        event.addBatch();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Timestamp hour(Instant at) {
        return Timestamp.from(at.truncatedTo(ChronoUnit.HOURS));
    }
}
