package org.postern.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.letter.Actor;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterState.Reason;
import org.postern.notice.Notice;
import org.postern.notice.NoticeKind;
import org.postern.web.DemoStrip;
import org.postern.web.Settings;
import org.postern.web.TemplateFiles;

@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class SendNoticesTest {
    private static final Pattern LINK =
            Pattern.compile("https://post\\.example/en/(confirmations|messages)/([A-Za-z0-9_-]{43})");

    private final TestDatabase db;
    private final House house;
    private final DemoStrip strip = new DemoStrip();
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private String email = "";

    SendNoticesTest(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
    }

    @BeforeEach
    void start() {
        greenMail.start();
        email = UUID.randomUUID() + "@example.org";
    }

    @AfterEach
    void stop() {
        greenMail.stop();
        db.sql("delete from notice");
    }

    @Test
    void the_mail_to_confirm_carries_a_link_that_confirms_once() throws Exception {
        UUID letter = house.unconfirmed(email, Keeping.UNTIL_POSTED);
        UUID notice = house.tell(NoticeKind.CONFIRM, letter);
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(notice)).isEqualTo(Notice.State.SENT);
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        String body = greenMail.getReceivedMessages()[0].getContent().toString();
        Matcher link = LINK.matcher(body);
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo("confirmations");
        assertThat(body).contains("29 November 2026");
        String token = link.group(2);
        assertThat(db.<UUID>fromTransaction(
                        em -> house.tokens.confirmation(token).map(Letter::id).orElseThrow()))
                .isEqualTo(letter);
        assertThat(db.<Boolean>fromTransaction(em -> house.tokens.spendConfirmation(token)))
                .isTrue();
        assertThat(db.<Boolean>fromTransaction(em -> house.tokens.spendConfirmation(token)))
                .isFalse();
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void every_other_mail_leads_to_the_writers_page_and_no_word_says_what_it_is_about() throws Exception {
        UUID letter = house.arrived(email, Keeping.UNTIL_POSTED);
        house.on(letter, found -> {
            found.claim(House.STAFF, house.now());
            house.letters.askForChanges(found, House.STAFF, found.fence(), "canary-advice", house.now());
        });
        // The others are said only while they are so.
        Set<NoticeKind> kinds = EnumSet.of(
                NoticeKind.RECEIVED,
                NoticeKind.CHANGES_ASKED,
                NoticeKind.POSTED,
                NoticeKind.RETURNED,
                NoticeKind.WRITE_AGAIN,
                NoticeKind.REPLIED);
        kinds.forEach(kind -> house.tell(kind, letter));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(greenMail.getReceivedMessages()).hasSameSizeAs(kinds);
        for (var mail : greenMail.getReceivedMessages()) {
            Matcher link = LINK.matcher(mail.getContent().toString());
            assertThat(link.find()).isTrue();
            String token = link.group(2);
            assertThat(db.<UUID>fromTransaction(
                            em -> house.tokens.status(token).map(Letter::id).orElseThrow()))
                    .isEqualTo(letter);
            String whole = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail);
            assertThat(whole).doesNotContainIgnoringCase("letter").doesNotContainIgnoringCase("prison");
            assertThat(whole).doesNotContain("canary-advice", "Marta", "Erika", "Muster", "Dear", "{");
        }
    }

    @Test
    void that_nobody_came_to_read_it_is_said_with_the_days_of_the_oldest_and_only_while_it_waits() throws Exception {
        db.sql("update letter set state = 'WITHDRAWN' where state = 'IN_REVIEW'");
        house.arrived("first" + email, Keeping.UNTIL_POSTED);
        house.clock.pass(Duration.ofDays(2));
        UUID letter = house.arrived(email, Keeping.UNTIL_POSTED);
        house.clock.pass(Duration.ofHours(4 * 24 + 3));
        UUID said = house.tell(NoticeKind.LATE, letter);
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(said)).isEqualTo(Notice.State.SENT);
        assertThat(greenMail.getReceivedMessages()[0].getContent().toString())
                .contains("6 days")
                .doesNotContain("{");
        UUID late = house.tell(NoticeKind.LATE, letter);
        house.on(letter, found -> found.withdraw(house.now()));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(late)).isEqualTo(Notice.State.DROPPED);
    }

    @Test
    void what_came_back_to_the_readers_is_not_called_late_before_it_is() throws Exception {
        UUID letter = house.arrived(email, Keeping.UNTIL_POSTED);
        house.clock.pass(Duration.ofDays(4));
        UUID late = house.tell(NoticeKind.LATE, letter);
        house.on(letter, found -> {
            found.claim(House.STAFF, house.now());
            house.letters.askForChanges(found, House.STAFF, found.fence(), "canary-advice", house.now());
            found.backToReaders(house.now());
        });
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(late)).isEqualTo(Notice.State.DROPPED);
    }

    @Test
    void that_it_goes_on_is_said_only_while_it_does() throws Exception {
        UUID letter = house.ready(email, Keeping.UNTIL_POSTED);
        UUID said = house.tell(NoticeKind.APPROVED, letter);
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(said)).isEqualTo(Notice.State.SENT);
        UUID late = house.tell(NoticeKind.APPROVED, letter);
        house.on(letter, found -> found.hold(Reason.FAULT, Actor.CLOCK, house.now()));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(late)).isEqualTo(Notice.State.DROPPED);
    }

    @Test
    void that_it_is_held_is_said_only_while_it_is() throws Exception {
        UUID letter = house.ready(email, Keeping.UNTIL_POSTED);
        house.on(letter, found -> found.hold(Reason.FAULT, Actor.CLOCK, house.now()));
        UUID said = house.tell(NoticeKind.HELD, letter);
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(said)).isEqualTo(Notice.State.SENT);
        String whole = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(
                greenMail.getReceivedMessages()[0]);
        assertThat(whole).contains("/en/messages/").doesNotContainIgnoringCase("letter");
        UUID late = house.tell(NoticeKind.HELD, letter);
        house.on(letter, found -> found.withdraw(house.now()));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(late)).isEqualTo(Notice.State.DROPPED);
    }

    @Test
    void that_it_is_refused_is_said_only_while_it_is() throws Exception {
        UUID letter = house.arrived(email, Keeping.UNTIL_POSTED);
        house.refuse(letter);
        UUID said = house.tell(NoticeKind.REFUSED, letter);
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(said)).isEqualTo(Notice.State.SENT);
        String whole = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(
                greenMail.getReceivedMessages()[0]);
        assertThat(whole).contains("/en/messages/").doesNotContainIgnoringCase("letter");
        UUID late = house.tell(NoticeKind.REFUSED, letter);
        house.on(letter, found -> found.takeBack(House.STAFF, false, house.now()));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(late)).isEqualTo(Notice.State.DROPPED);
    }

    @Test
    void a_question_leads_to_its_page_and_is_not_asked_of_a_letter_that_was_answered() throws Exception {
        UUID letter = house.ready(email, Keeping.FOR_A_REPLY);
        long batch = house.batch(house.now().plus(Duration.ofDays(3)), letter);
        house.print(batch);
        house.post(batch);
        UUID asked = house.tell(NoticeKind.SURVEY, letter);
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(asked)).isEqualTo(Notice.State.SENT);
        String whole = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(
                greenMail.getReceivedMessages()[0]);
        assertThat(whole).containsPattern("/en/messages/[\\w-]{43}/question").doesNotContainIgnoringCase("survey");
        UUID late = house.tell(NoticeKind.SURVEY, letter);
        house.on(letter, found -> found.beAnswered(Actor.WRITER, house.now()));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(late)).isEqualTo(Notice.State.DROPPED);
    }

    @Test
    void a_server_that_is_busy_gets_the_mail_later() throws Exception {
        UUID notice = house.tell(NoticeKind.RECEIVED, house.arrived(email, Keeping.UNTIL_POSTED));
        try (ScriptedServer busy = new ScriptedServer().answering("RCPT", "450 4.2.0 <" + email + "> greylisted")) {
            sending(busy.port()).sendWhatIsDue();
        }
        assertThat(state(notice)).isEqualTo(Notice.State.WAITING);
        assertThat(answer(notice)).startsWith("450").doesNotContain("@");
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(greenMail.getReceivedMessages()).isEmpty();
        house.clock.pass(Duration.ofMinutes(1));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(notice)).isEqualTo(Notice.State.SENT);
        assertThat(greenMail.getReceivedMessages()[0].getHeader("Message-ID")[0])
                .contains(notice.toString());
    }

    @Test
    void a_server_that_refuses_for_good_ends_it_and_the_desk_can_try_again() throws Exception {
        UUID notice = house.tell(NoticeKind.RECEIVED, house.arrived(email, Keeping.UNTIL_POSTED));
        try (ScriptedServer strict = new ScriptedServer().answering("RCPT", "550 5.1.1 <" + email + "> unknown")) {
            sending(strict.port()).sendWhatIsDue();
        }
        assertThat(state(notice)).isEqualTo(Notice.State.GAVE_UP);
        assertThat(answer(notice)).isEqualTo("550 5.1.1 … unknown");
        db.inTransaction(em -> house.outbox.lock(notice).orElseThrow().tryAgain(house.now()));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(notice)).isEqualTo(Notice.State.SENT);
    }

    @Test
    void a_silent_server_is_tried_for_three_days() throws Exception {
        UUID notice = house.tell(NoticeKind.RECEIVED, house.arrived(email, Keeping.UNTIL_POSTED));
        try (ScriptedServer silent = new ScriptedServer().answering("GREETING", ScriptedServer.HANG)) {
            sending(silent.port()).sendWhatIsDue();
            assertThat(state(notice)).isEqualTo(Notice.State.WAITING);
            assertThat(answer(notice)).isNotEmpty();
            house.clock.pass(Duration.ofHours(73));
            sending(silent.port()).sendWhatIsDue();
        }
        assertThat(state(notice)).isEqualTo(Notice.State.GAVE_UP);
    }

    @Test
    void no_transaction_is_open_while_the_server_thinks_and_nobody_else_sends_it_meanwhile() throws Exception {
        UUID letter = house.arrived(email, Keeping.UNTIL_POSTED);
        UUID notice = house.tell(NoticeKind.RECEIVED, letter);
        try (ScriptedServer silent = new ScriptedServer().answering("BODY", ScriptedServer.HANG)) {
            SendNotices first = sending(silent.port(), Duration.ofSeconds(8));
            Thread thread = new Thread(first::sendWhatIsDue);
            thread.start();
            org.awaitility.Awaitility.await().until(() -> silent.heard().contains("."));
            house.on(letter, found -> found.claim(House.STAFF, house.now()));
            sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
            assertThat(thread.isAlive()).as("it waits for its server still").isTrue();
            assertThat(greenMail.getReceivedMessages()).isEmpty();
            thread.join();
        }
        assertThat(state(notice)).isEqualTo(Notice.State.WAITING);
    }

    @Test
    void a_loan_ends_by_itself_when_its_borrower_was_killed() throws Exception {
        UUID notice = house.tell(NoticeKind.RECEIVED, house.arrived(email, Keeping.UNTIL_POSTED));
        db.inTransaction(em -> house.outbox.lock(notice).orElseThrow().lend(house.now()));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(greenMail.getReceivedMessages()).isEmpty();
        house.clock.pass(Duration.ofMinutes(3));
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void what_was_erased_or_overtaken_is_dropped() throws Exception {
        UUID letter = house.arrived(email, Keeping.UNTIL_POSTED);
        UUID tooLate = house.tell(NoticeKind.CONFIRM, letter);
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(tooLate)).isEqualTo(Notice.State.DROPPED);
        UUID contact = house.contactOf(letter);
        db.inTransaction(em -> house.contacts.byId(contact).orElseThrow().forgetAt(house.now()));
        UUID nobody = house.tell(NoticeKind.RECEIVED, letter);
        house.eraser().eraseWhatIsDue();
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(nobody)).isEqualTo(Notice.State.DROPPED);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void the_address_goes_once_its_writer_knows_that_the_letter_was_posted() throws Exception {
        UUID letter = house.ready(email, Keeping.UNTIL_POSTED);
        UUID contact = house.contactOf(letter);
        long batch = house.batch(house.now().plus(Duration.ofDays(1)), letter);
        house.print(batch);
        house.post(batch);
        house.tell(NoticeKind.POSTED, letter);
        assertThat(house.keptUntil(contact)).isNull();
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(house.keptUntil(contact)).isEqualTo(house.now().truncatedTo(ChronoUnit.HOURS));
        house.eraser().eraseWhatIsDue();
        db.inTransaction(em -> assertThat(house.contacts.byId(contact).flatMap(house.contacts::emailOf))
                .isEmpty());
    }

    @Test
    void one_notice_that_fails_sinks_no_other_and_is_shown() throws Exception {
        UUID broken = house.tell(NoticeKind.RECEIVED, house.arrived(email, Keeping.UNTIL_POSTED));
        UUID good = house.tell(NoticeKind.RECEIVED, house.arrived("x" + email, Keeping.UNTIL_POSTED));
        db.sql("update notice set language = '../x' where id = '" + broken + "'");
        sending(greenMail.getSmtp().getPort()).sendWhatIsDue();
        assertThat(state(good)).isEqualTo(Notice.State.SENT);
        assertThat(state(broken)).isEqualTo(Notice.State.WAITING);
        assertThat(answer(broken)).startsWith("A fault of ours");
    }

    @Test
    void the_demo_keeps_mails_and_sends_none() {
        house.tell(NoticeKind.CONFIRM, house.unconfirmed(email, Keeping.UNTIL_POSTED));
        SendNotices demo = sending(TestSettings.of("postern.origins", "https://post.example"), Duration.ofSeconds(1));
        demo.sendWhatIsDue();
        demo.sendWhatIsDue();
        assertThat(strip.mails()).isEqualTo(1);
        db.inTransaction(em -> assertThat(new DemoMails(em, strip).lately(10))
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipient()).isEqualTo(email))
                .satisfies(mail -> assertThat(mail.body()).containsPattern(LINK)));
        db.sql("delete from demo_mail");
    }

    private SendNotices sending(int port) {
        return sending(port, Duration.ofSeconds(1));
    }

    private SendNotices sending(int port, Duration patience) {
        return sending(
                TestSettings.of(
                        "postern.demo", "false",
                        "postern.origins", "https://post.example,http://onion.example",
                        "postern.smtp.host", "127.0.0.1",
                        "postern.smtp.port", String.valueOf(port),
                        "postern.smtp.tls", "none",
                        "postern.mail.from", "post@post.example"),
                patience);
    }

    private SendNotices sending(Settings settings, Duration patience) {
        return new SendNotices(
                house.outbox,
                house.contacts,
                house.letters,
                house.tokens,
                new MailTexts(new TemplateFiles(settings), settings),
                new Mailer(settings, house.clock, patience),
                new DemoMails(db.entityManager(), strip),
                house.transaction,
                settings,
                house.clock);
    }

    private Notice.State state(UUID notice) {
        return db.fromTransaction(em -> house.outbox.lock(notice).orElseThrow().state());
    }

    private String answer(UUID notice) {
        return db.fromTransaction(
                em -> String.valueOf(house.outbox.lock(notice).orElseThrow().answer()));
    }
}
