package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postern.TestDatabase;
import org.postern.letter.LetterState;

/** Holds what the tables say of letters, batches, postage, mails and keys against each other, over the whole database. */
final class Ledgers {
    private static final String IN_BATCH = "('BATCHED', 'PRINTED', 'UNSURE')";

    /** What must not be, and the SQL that counts it. */
    private static final Map<String, String> NEVER = new LinkedHashMap<>();

    static {
        NEVER.put(
                "letters in two live batches",
                "select count(*) from (select live_letter_id from batch_line where live_letter_id is not null"
                        + " group by live_letter_id having count(*) > 1) twice");
        NEVER.put(
                "letters in a batch that none holds",
                "select count(*) from letter t where t.state in " + IN_BATCH
                        + " and not exists (select 1 from batch_line l where l.live_letter_id = t.id)");
        NEVER.put(
                "lines that hold a letter that is elsewhere, or of another claim",
                "select count(*) from batch_line l join letter t on t.id = l.live_letter_id where t.state not in "
                        + IN_BATCH + " or t.fence <> l.fence");
        NEVER.put(
                "letters of no history",
                "select count(*) from letter t where t.state <> (select e.to_state"
                        + " from letter_event e where e.letter_id = t.id order by e.seq desc fetch first 1 rows only)");
        NEVER.put(
                "batches of another size than was claimed",
                "select count(*) from batch b where b.claimed <> (select count(*) from batch_line l"
                        + " where l.batch_number = b.number)");
        NEVER.put(
                "batches that are said to be built, and have no file, or the other way round",
                "select count(*) from batch b where b.pdf_until is not null and (exists (select 1 from batch_line l"
                        + " where l.batch_number = b.number and l.stack_no is not null))"
                        + " <> (b.built_round > 0 and b.pdf is not null and b.pdf_hash is not null)");
        NEVER.put(
                "lines that stand in a stack by half",
                "select count(*) from batch_line l join batch b on b.number = l.batch_number where (b.built_round = 0"
                        + " and (l.stack_no is not null or l.manuscript is not null)) or (l.live_letter_id is not null"
                        + " and l.stack_no is not null"
                        + " and (l.manuscript is null or l.pdf_hash is null or l.first_page is null))");
        NEVER.put(
                "open letters without a number in a built stack",
                "select count(*) from batch_line l join batch b on b.number = l.batch_number"
                        + " where b.built_round = b.build_round and l.live_letter_id is not null and l.stack_no is null");
        NEVER.put(
                "stacks with a gap",
                "select count(*) from (select batch_number from batch_line where stack_no is not null"
                        + " group by batch_number having max(stack_no) <> count(*) or min(stack_no) <> 1) gaps");
        NEVER.put(
                "batches that are finished and hold letters, or hold none and are not finished",
                "select count(*) from batch b where (b.closed_at is null) <> (exists (select 1 from batch_line l"
                        + " where l.batch_number = b.number and l.live_letter_id is not null))");
        NEVER.put(
                "posted lines without their posting",
                "select count(*) from batch_line l where l.left_as = 'POSTED'"
                        + " and not exists (select 1 from posting p where p.id = l.posting_id)");
        NEVER.put(
                "postings of nothing",
                "select count(*) from posting p where not exists (select 1 from batch_line l where l.posting_id = p.id)");
        NEVER.put(
                "batches whose postage book counts other letters than were posted",
                "select count(*) from batch b where (select count(*) from batch_line l where l.batch_number = b.number"
                        + " and l.left_as = 'POSTED') <> (select coalesce(sum(e.letters), 0) from ledger_entry e"
                        + " where e.batch_number = b.number)");
        NEVER.put(
                "letters posted twice",
                "select count(*) from (select letter_id from batch_line where left_as = 'POSTED'"
                        + " group by letter_id having count(*) > 1) twice");
        NEVER.put(
                "writers told twice of one posting",
                "select count(*) from (select letter_id from notice where kind = 'POSTED'"
                        + " group by letter_id having count(*) > 1) twice");
        NEVER.put(
                "notices of a posting that was none",
                "select count(*) from notice n join letter t on t.id = n.letter_id where n.kind = 'POSTED'"
                        + " and t.state not in ('POSTED', 'RETURNED', 'REPLIED')");
        NEVER.put(
                "answers without a page",
                "select count(*) from reply r where not exists"
                        + " (select 1 from reply_page p where p.reply_id = r.id)");
        NEVER.put(
                "answers with a gap",
                "select count(*) from (select reply_id from reply_page group by reply_id"
                        + " having max(page_no) <> count(*) or min(page_no) <> 1) gaps");
        NEVER.put(
                "keys that seal nothing",
                "select count(*) from sealing_key k where k.id not in (select text_key from letter"
                        + " union all select thread_key from letter union all select contact_key from contact"
                        + " union all select typed_key from submission where typed_key is not null"
                        + " union all select thread_key from access_token union all select batch_key from batch"
                        + " union all select photo_key from return_photo"
                        + " union all select receipt_key from posting where receipt_key is not null"
                        + " union all select scan_key from reply)");
        NEVER.put(
                "what is sealed by no key",
                "select (select count(*) from letter where words is not null"
                        + " and text_key not in (select id from sealing_key))"
                        + " + (select count(*) from batch where pdf is not null"
                        + " and batch_key not in (select id from sealing_key))"
                        + " + (select count(*) from reply where scan_key not in (select id from sealing_key))");
    }

    private Ledgers() {}

    /** @param when for whoever reads that something is wrong */
    static void agree(TestDatabase db, String when) {
        List<String> wrong = new ArrayList<>();
        NEVER.forEach((what, sql) -> {
            if (number(db, sql) != 0) {
                wrong.add(number(db, sql) + " " + what);
            }
        });
        wrong.addAll(illegalSteps(db));
        assertThat(wrong).as(when).isEmpty();
    }

    /** Each letter went from one state to the next as it may, without a gap. */
    private static List<String> illegalSteps(TestDatabase db) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> states = new TreeMap<>();
        for (List<@Nullable String> row :
                rows(db, "select letter_id, from_state, to_state from letter_event order by seq")) {
            String letter = String.valueOf(row.get(0));
            String from = row.get(1);
            String to = String.valueOf(row.get(2));
            String stood = states.put(letter, to);
            boolean legal = from == null
                    ? stood == null
                    : from.equals(stood) && LetterState.valueOf(from).next().contains(LetterState.valueOf(to));
            if (!legal) {
                wrong.add(letter + " stood at " + stood + " and went from " + from + " to " + to);
            }
        }
        return wrong;
    }

    static long number(TestDatabase db, String sql) {
        return Long.parseLong(String.valueOf(rows(db, sql).get(0).get(0)));
    }

    static List<List<@Nullable String>> rows(TestDatabase db, String sql) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (Connection c = db.dataSource().getConnection();
                ResultSet found = c.createStatement().executeQuery(sql)) {
            while (found.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
