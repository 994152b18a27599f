package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postern.TestDatabase;

/** What the writers of an evening's letters were told. */
final class Mails {
    static final String ON_ITS_WAY = "Your message is on its way";

    private Mails() {}

    /** The writer of each letter in the post got one mail that says so, nobody else got any, and nobody two of a kind. */
    static void toldOnce(TestDatabase found, List<WrittenLetters.Sent> letters) {
        Set<String> posted = new HashSet<>();
        Ledgers.rows(found, "select id from letter where state = 'POSTED'")
                .forEach(row -> posted.add(String.valueOf(row.get(0))));
        Map<String, String> mails = new HashMap<>();
        Ledgers.rows(found, "select recipient, subject, count(*) from demo_mail group by recipient, subject")
                .forEach(row -> mails.put(row.get(0) + " " + row.get(1), String.valueOf(row.get(2))));
        List<String> wrong = new ArrayList<>();
        for (WrittenLetters.Sent letter : letters) {
            boolean inThePost = posted.contains(letter.id().toString());
            String told = mails.getOrDefault(letter.email() + " " + ON_ITS_WAY, "0");
            if (!told.equals(inThePost ? "1" : "0")) {
                wrong.add(letter.email() + (inThePost ? " is posted" : " is not posted") + ", told " + told);
            }
        }
        mails.forEach((mail, times) -> {
            if (!times.equals("1") && mail.startsWith("evening-")) {
                wrong.add(mail + ", " + times + " times");
            }
        });
        assertThat(wrong).as("who was told how often").isEmpty();
    }
}
