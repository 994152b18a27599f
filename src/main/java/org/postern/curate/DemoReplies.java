package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postern.letter.Letter;
import org.postern.letter.Pages;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.reply.PublishedLetter;
import org.postern.reply.PublishedLetter.Consent;
import org.postern.reply.PublishedLetter.Text;
import org.postern.reply.PublishedLetters;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.typeset.Paper;
import org.postern.typeset.ScannedFile;
import org.postern.typeset.ScannedPage;
import org.postern.typeset.Sheet;
import org.postern.typeset.Type;

/** The demo's answers from prison: one on a volunteer's table, one with its writer. Set on paper and scanned by nobody. */
@Dependent
class DemoReplies {
    private static final int SCANNED_AT = 110;
    private static final Duration A_PAGE = Duration.ofMinutes(1);

    private final Replies replies;
    private final PublishedLetters published;
    private final Writers writers;
    private final Pages pages;

    @Inject
    DemoReplies(Replies replies, PublishedLetters published, Writers writers, Pages pages) {
        this.replies = replies;
        this.published = published;
        this.writers = writers;
        this.pages = pages;
    }

    void tell(List<DemoLetter> letters, DemoCrew crew, Instant now, Deeds deeds) {
        for (DemoFile file : DemoFiles.in("replies")) {
            Instant when = now.minus(Duration.parse(file.value("ago")));
            DemoLetter to = letters.stream()
                    .filter(one -> one.file().name().equals(file.value("letter")))
                    .findFirst()
                    .orElseThrow();
            deeds.at(when, () -> take(file, to, crew, when));
        }
    }

    private void take(DemoFile file, DemoLetter to, DemoCrew crew, Instant when) {
        List<ScannedPage> scanned = new ArrayList<>();
        file.texts().values().forEach(text -> scanned.add(scanned(text)));
        Reply reply = replies.take(UUID.randomUUID(), scanned, crew.printer(), null, when);
        file.maybe("agreed").ifPresent(by -> show(file, to, by, LocalDate.ofInstant(when, ZoneOffset.UTC)));
        if (file.value("state").equals("SENT")) {
            Letter letter = to.letter();
            reply.answers(letter);
            replies.send(reply, letter, when);
            reply.wantTranslation(file.maybe("into").orElse(null));
            writers.tell(letter, NoticeKind.REPLIED, when);
        }
    }

    /** What she agreed to show is the first page. */
    private void show(DemoFile file, DemoLetter to, String by, LocalDate on) {
        published.add(new PublishedLetter(
                to.to().slug() + "-1",
                to.to().id(),
                new Text(file.value("title"), file.text()),
                "en",
                on,
                new Consent(by, on, file.value("source"))));
    }

    private ScannedPage scanned(String text) {
        Sheet sheet = pages.typesetter().sheet(Paper.A4, "en");
        double y = 40;
        for (String paragraph : text.split("\n\n", -1)) {
            y = sheet.text(28, y, 150, Type.of(15), paragraph) + 5;
        }
        List<ScannedPage> read = new ArrayList<>();
        try {
            ScannedFile.read(sheet.png(0, SCANNED_AT), 1, System.nanoTime() + A_PAGE.toNanos(), read::add);
        } catch (ScannedFile.Unusable e) {
            throw new IllegalStateException("The demo's page is no scan", e);
        }
        return read.get(0);
    }
}
