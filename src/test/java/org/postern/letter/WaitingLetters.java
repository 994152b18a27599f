package org.postern.letter;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.postern.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Many letters that wait for a reader, written past the product, which would take an hour. Their words are not kept; the
 * prints of them are, where a test gives words.
 */
public final class WaitingLetters {
    private static final int AT_ONCE = 500;
    private static final List<String> LANGUAGES = List.of("en", "en", "de", "fr", "ru", "es", "fa");

    private final TestDatabase db;
    private final Random random = new Random(20261123);

    public WaitingLetters(TestDatabase db) {
        this.db = db;
        if (db.dataSource() instanceof PGSimpleDataSource postgres) {
            postgres.setReWriteBatchedInserts(true); // as the product does
        }
    }

    /** @return ids of invented people in so many prisons of Russia */
    public List<Long> people(int people, int prisons) {
        List<Long> ids = new ArrayList<>();
        long base = 2_000_000_000L + random.nextInt(1_000_000_000);
        for (int i = 0; i < prisons; i++) {
            db.sql("insert into facility (id, slug, name, latin_name, country, language, rules, checked_on, source,"
                    + " version) values (" + (base + i) + ", 'many-" + (base + i) + "', 'ИК-" + i + "', 'IK-" + i
                    + "', 'RU', 'ru', '', date '2026-11-01', 'a test', 0)");
        }
        for (int i = 0; i < people; i++) {
            long id = base + i;
            db.sql("insert into recipient (id, kind, slug, facility_id, language, family, given, latin_family,"
                    + " latin_given, listing, invented, lead, rules, gender, reads, story, glad_of, left_out, interests,"
                    + " timeline, version) values (" + id + ", 'PRISONER', 'many-" + id + "', "
                    + (base + i % prisons) + ", 'ru', 'Ф', 'И', 'F" + i + "', 'I', 'LISTED', true, 'Nobody real.', '',"
                    + " 'SHE', 'ru', 'A story.', '', '', '', '', 0)");
            ids.add(id);
        }
        return ids;
    }

    /**
     * @param to each letter goes to one of them, in turn
     * @param words of the letter of a number, from 0; null for no print
     * @return the ids, in their order
     */
    public List<UUID> write(
            int many, List<Long> to, Instant now, @Nullable IntFunction<String> words, LetterPrints letterPrints) {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = db.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement letter = connection.prepareStatement(
                            "insert into letter (id, recipient_id, language, print_language, state, state_since,"
                                    + " written_on, slow_lane, text_key, thread_key, content_hash, fence, version)"
                                    + " values (?, ?, ?, ?, 'IN_REVIEW', ?, ?, ?, ?, ?, ?, 0, 1)");
                    PreparedStatement event = connection.prepareStatement(
                            "insert into letter_event (id, letter_id, recipient_id, language, from_state, to_state, actor,"
                                    + " at_hour, on_day) values (?, ?, ?, ?, 'UNCONFIRMED', 'IN_REVIEW', 'writer', ?, ?)");
                    PreparedStatement print = connection.prepareStatement(
                            "insert into letter_print (letter_id, recipient_id, signature, kept_until, version)"
                                    + " values (?, ?, ?, ?, 1)");
                    PreparedStatement band = connection.prepareStatement(
                            "insert into letter_print_band (letter_id, band) values (?, ?)")) {
                List<PreparedStatement> all = List.of(letter, event, print, band);
                for (int i = 0; i < many; i++) {
                    UUID id = new UUID(random.nextLong(), random.nextLong());
                    Instant since = Hour.of(now.minus(Duration.ofHours(random.nextInt(24 * 20))));
                    long person = to.get(i % to.size());
                    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
                    Date day = Date.valueOf(LocalDate.ofInstant(since, ZoneOffset.UTC));
                    add(
                            letter,
                            id,
                            person,
                            language,
                            language,
                            Timestamp.from(since),
                            day,
                            random.nextInt(5) == 0,
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            "0".repeat(64));
                    add(event, UUID.randomUUID(), id, person, language, Timestamp.from(since), day);
                    if (words != null) {
                        WordPrint made = letterPrints.print(words.apply(i));
                        Instant until = Hour.after(since, Retention.WORD_PRINT.kept());
                        add(print, id, person, made.toBytes(), Timestamp.from(until));
                        for (long value : made.bands()) {
                            add(band, id, value);
                        }
                    }
                    ids.add(id);
                    if (i % AT_ONCE == AT_ONCE - 1 || i == many - 1) {
                        for (PreparedStatement each : all) {
                            each.executeBatch();
                        }
                        connection.commit();
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        db.sql(db.isPostgres() ? "vacuum analyze" : "analyze"); // as PostgreSQL's own daemon does soon after
        return ids;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
