package org.postern.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postern.TestDatabase;
import org.postern.journey.WrittenLetters.Sent;

/** Approved letters to three prisons in two countries. */
final class EveningLetters {
    /** IK-98 in Russia and PK-41 in Belarus, and IK-97 for the one who moves; none of them lets a window envelope in. */
    private static final List<String> TO = List.of("gleb-tishin", "alena-vasilkova");

    /** Gets one letter, the last: she is moved while it is being printed. */
    static final String MOVED = "vera-solodova";

    private final TestDatabase db;
    private final WrittenLetters letters;

    /** @param keys the folder of the server's keys */
    EveningLetters(TestDatabase db, Path keys) {
        this.db = db;
        this.letters = new WrittenLetters(db, keys);
    }

    /** @return in the order in which they were written; every fifth is long, so that it takes two sheets */
    List<Sent> approved(int many) {
        long reader = ((Number) Objects.requireNonNull(db.value("select min(id) from staff_account"))).longValue();
        List<Sent> all = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            String to = i == many ? MOVED : TO.get(i % TO.size());
            String words = "Письмо номер " + i + " этого вечера.";
            String body = "Здравствуйте!\n\n" + words + "\n\n" + (i % 5 == 0 && i < many ? LONG.repeat(9) : LONG)
                    + "\n\nВсего доброго";
            all.add(letters.approved(to, words, body, email(i), reader));
        }
        return all;
    }

    /** @param i of the letter, from 1, as its words say */
    static String email(int i) {
        return "evening-" + i + "@example.org";
    }

    private static final String LONG = "У нас за окном снова снег, и дворник сгребает его в одну большую гору. "
            + "Дети с соседнего двора катаются с неё до темноты, а потом их зовут домой из всех окон сразу. "
            + "Я читаю вслух по вечерам, и кот слушает, если книга толстая.\n\n";
}
