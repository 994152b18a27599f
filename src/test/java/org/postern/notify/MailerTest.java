package org.postern.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.TestClock;
import org.postern.TestSettings;
import org.postern.notice.MailAddress;
import org.postern.notify.ServerAnswer.Verdict;
import org.postern.web.Starting;
import org.postern.web.UnsafeStart;

class MailerTest {
    private static final MailAddress MARTA =
            MailAddress.parse("marta.b@bücher.example").orElseThrow();
    private static final Mail MAIL =
            new Mail("Your message: ещё один шаг", "Thank you.\n\nhttps://post.example/en/confirmations/abc\n");

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    @Test
    void a_mail_says_who_sent_it_and_nothing_of_the_machine() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            UUID id = UUID.randomUUID();
            ServerAnswer answer = mailer(greenMail.getSmtp().getPort(), "none").send(id, MARTA, MAIL);
            assertThat(answer).isEqualTo(ServerAnswer.TAKEN);
            MimeMessage got = greenMail.getReceivedMessages()[0];
            assertThat(got.getSubject()).isEqualTo(MAIL.subject());
            assertThat(got.getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo(MAIL.body().strip());
            assertThat(got.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(got.getHeader("Message-ID")).containsExactly("<" + id + "@post.example>");
            assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(got.getHeader("From")).containsExactly("post@post.example");
            assertThat(got.getHeader("To")).containsExactly("marta.b@xn--bcher-kva.example");
            assertThat(got.getSentDate())
                    .isEqualTo(new TestClock().instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
            List<String> names = Collections.list(got.getAllHeaders()).stream()
                    .map(jakarta.mail.Header::getName)
                    .toList();
            assertThat(names)
                    .containsOnly(
                            "Return-Path",
                            "Received",
                            "Date",
                            "From",
                            "To",
                            "Message-ID",
                            "Subject",
                            "MIME-Version",
                            "Content-Type",
                            "Content-Transfer-Encoding",
                            "Auto-Submitted");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void only_ascii_is_said_to_the_server_and_not_the_name_of_this_machine() {
        assertThat(mailer(server.port(), "none").send(UUID.randomUUID(), MARTA, MAIL))
                .isEqualTo(ServerAnswer.TAKEN);
        assertThat(server.heard()).allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 127));
        assertThat(server.heard().get(0)).isEqualTo("EHLO post.example");
        assertThat(server.heard()).contains("MAIL FROM:<post@post.example>", "RCPT TO:<marta.b@xn--bcher-kva.example>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT|450 4.2.0 <marta.b@xn--bcher-kva.example> greylisted|NOT_NOW|450 4.2.0 … greylisted",
                "RCPT|550 5.1.1 no such user marta.b at xn--bcher-kva.example|NEVER|550 5.1.1 no such user … at …",
                "MAIL|451 try later|NOT_NOW|451 try later",
                "MAIL|553 not from you|NEVER|553 not from you",
                "DATA|452 full|NOT_NOW|452 full",
                "BODY|554 see https://filter.example/?to=marta.b|NEVER|554 see …",
                "BODY|421 going down|NOT_NOW|421 going down",
            })
    void what_the_server_says_decides_and_no_address_is_kept(
            String command, String says, Verdict verdict, String kept) {
        server.answering(command, says);
        ServerAnswer answer = mailer(server.port(), "none").send(UUID.randomUUID(), MARTA, MAIL);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.words()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"GREETING", "EHLO", "RCPT", "BODY"})
    void a_server_that_falls_silent_is_left_alone_for_now(String command) {
        server.answering(command, ScriptedServer.HANG);
        ServerAnswer answer = mailer(server.port(), "none").send(UUID.randomUUID(), MARTA, MAIL);
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_NOW);
        assertThat(answer.words()).isNotEmpty().doesNotContain("marta");
    }

    @Test
    void a_server_that_is_away_is_tried_again() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ServerAnswer answer = mailer(port, "none").send(UUID.randomUUID(), MARTA, MAIL);
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_NOW);
        assertThat(answer.words()).contains("refused");
    }

    @Test
    void nothing_is_sent_in_clear_where_starttls_is_asked_for() {
        ServerAnswer answer = mailer(server.port(), "starttls").send(UUID.randomUUID(), MARTA, MAIL);
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_NOW);
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL") || line.contains("marta"));
    }

    @Test
    void a_server_that_cannot_prove_its_name_gets_nothing() {
        GreenMail selfSigned = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        selfSigned.start();
        try {
            ServerAnswer answer = mailer(selfSigned.getSmtps().getPort(), "tls").send(UUID.randomUUID(), MARTA, MAIL);
            assertThat(answer.verdict()).isEqualTo(Verdict.NOT_NOW);
            assertThat(selfSigned.getReceivedMessages()).isEmpty();
        } finally {
            selfSigned.stop();
        }
    }

    @Test
    void a_wrong_password_gives_up_no_mail() {
        server.answering("EHLO", "250-scripted.example\r\n250 AUTH PLAIN").answering("AUTH", "535 5.7.8 wrong");
        Mailer mailer = new Mailer(
                TestSettings.of(
                        "postern.smtp.host", "127.0.0.1",
                        "postern.smtp.port", String.valueOf(server.port()),
                        "postern.smtp.tls", "none",
                        "postern.smtp.user", "post",
                        "postern.smtp.password", "secret",
                        "postern.mail.from", "post@post.example"),
                new TestClock(),
                Duration.ofMillis(700));
        ServerAnswer answer = mailer.send(UUID.randomUUID(), MARTA, MAIL);
        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_NOW);
        assertThat(answer.words()).contains("535").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"post", "Post <post@example.org>", "post@exa mple.org", "пост@example.org"})
    void an_unusable_sender_is_noticed_at_the_start(String from) {
        Mailer mailer = new Mailer(TestSettings.of("postern.mail.from", from), new TestClock());
        assertThatThrownBy(() -> mailer.refuseUnusableSender(new Starting()))
                .isInstanceOf(UnsafeStart.class)
                .hasMessageContaining("postern.mail.from");
    }

    private static Mailer mailer(int port, String tls) {
        return new Mailer(
                TestSettings.of(
                        "postern.smtp.host",
                        "127.0.0.1",
                        "postern.smtp.port",
                        String.valueOf(port),
                        "postern.smtp.tls",
                        tls,
                        "postern.mail.from",
                        "post@post.example"),
                new TestClock(),
                Duration.ofMillis(700));
    }
}
