package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the organisers' pages count, since they were opened. */
final class Books {
    private static final Pattern MAIL = Pattern.compile("<a href=\"#mail-\\d+\">([^<]*)</a></td><td>([^<]*)</td>");

    private final Volunteer organiser;
    private long posted;
    private long entered;

    Books(Volunteer organiser) {
        this.organiser = organiser;
    }

    void open() {
        posted = posted();
        entered = entered();
    }

    /** @param since letters that were posted since the books were opened */
    void agree(int since) {
        assertThat(posted() - posted).as("posted, by the numbers").isEqualTo(since);
        assertThat(entered() - entered).as("posted, by the postage book").isEqualTo(since);
        assertThat(organiser.text("/desk")).contains("The watches: all quiet");
    }

    private long posted() {
        return Counts.sum(organiser.text("/desk/numbers.csv"), "posted");
    }

    private long entered() {
        return Counts.sum(organiser.text("/desk/post/ledger.csv"), "letters");
    }

    /** @return whether the demo's mailbox holds a mail with this subject to the writer of each of these letters */
    boolean mails(String subject, Set<Integer> letters) {
        Set<String> to = MAIL.matcher(organiser.text("/demo/mail"))
                .results()
                .filter(mail -> mail.group(1).equals(subject))
                .map(mail -> mail.group(2))
                .collect(Collectors.toSet());
        return letters.stream().map(EveningLetters::email).allMatch(to::contains);
    }
}
