package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supporter clicks twice, goes back, or comes too late: one letter stays one, and nothing typed is lost. */
@ExtendWith(World.Shared.class)
class SecondThoughtsJourney {
    private static final String TO_VERA = "/en/people/vera-solodova/letter";

    private final RunningPostern postern;
    private final Chromium chromium;
    private final EmbeddedPostgres database;

    SecondThoughtsJourney(World world) {
        this.postern = world.postern();
        this.chromium = world.chromium();
        this.database = world.database();
    }

    @RepeatedTest(3)
    void a_form_sent_three_times_at_the_same_instant_is_one_letter() throws SQLException {
        Forms forms = new Forms(postern);
        long before = count("submission");
        List<HttpResponse<String>> answers =
                forms.sendAtOnce(3, TO_VERA, letter(forms.keyOf(TO_VERA), "Здравствуйте! Нетерпеливый палец."));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode())
                    .as(() -> "led to " + answer.headers().firstValue("Location"))
                    .isEqualTo(200);
            assertThat(answer.body()).contains("Your code, shown once");
        });
        assertThat(count("submission")).isEqualTo(before + 1);
    }

    @Test
    void the_draft_itself_sent_three_times_at_the_same_instant_is_one_letter() throws SQLException {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Здравствуйте! Сойка.", "Олег", "ru", "");
        deeds.press(writer, "See the page");
        String draft =
                writer.url().replaceAll("[#?].*", "").substring(postern.origin().length());
        long before = count("letter_event where to_state = 'IN_REVIEW'");
        List<HttpResponse<String>> answers = new Forms(postern)
                .sendAtOnce(
                        3,
                        draft,
                        Map.of(
                                "body", "Здравствуйте! Сойка.",
                                "signedAs", "Олег",
                                "language", "ru",
                                "send", "yes"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(count("letter_event where to_state = 'IN_REVIEW'")).isEqualTo(before + 1);

        long secrets = count("access_token");
        writer.navigate(postern.origin() + draft);
        deeds.see(writer, "You sent this letter");
        assertThat(count("access_token")).as("looking makes nothing").isEqualTo(secrets);
        deeds.press(writer, "Show me a new code");
        deeds.see(writer, "Your code, shown once");
    }

    @Test
    void the_same_form_sent_again_with_newer_words_is_a_new_letter_and_the_old_one_stays() throws SQLException {
        Forms forms = new Forms(postern);
        String formKey = forms.keyOf(TO_VERA);
        forms.sendAtOnce(1, TO_VERA, letter(formKey, "Здравствуйте! Первая мысль."));
        long before = count("letter where state = 'IN_REVIEW'");
        HttpResponse<String> again = forms.sendAtOnce(1, TO_VERA, letter(formKey, "Здравствуйте! Вторая мысль."))
                .get(0);
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.somebody();
        writer.navigate(
                postern.origin() + again.headers().firstValue("Location").orElseThrow());
        deeds.see(writer, "You sent this letter already");
        assertThat(writer.locator("#body").inputValue()).isEqualTo("Здравствуйте! Вторая мысль.");
        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "Your code, shown once");
        assertThat(count("letter where state = 'IN_REVIEW'")).isEqualTo(before + 1);
    }

    @Test
    void a_draft_that_ran_out_while_its_writer_typed_goes_on_as_a_new_one() throws SQLException {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Здравствуйте! Долгая мысль.", "Олег", "ru", "");
        deeds.press(writer, "See the page");
        change("update letter set state = 'EXPIRED' where seq = (select max(seq) from letter)");
        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "Your draft was erased");
        assertThat(writer.locator("#body").inputValue()).isEqualTo("Здравствуйте! Долгая мысль.");
    }

    @Test
    void words_changed_too_late_are_kept_as_a_new_letter() throws SQLException {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Здравствуйте! Ранняя мысль.", "Олег", "ru", "");
        deeds.press(writer, "Send to our readers");
        writer.navigate(postern.origin() + writer.locator("a.button.primary").getAttribute("href") + "/words");
        writer.locator("#body").fill("Здравствуйте! Поздняя мысль.");
        change("update letter set state = 'PRINTED' where seq = (select max(seq) from letter)");
        deeds.press(writer, "Send it to our readers again");
        deeds.see(writer, "It is too late to change the letter");
        assertThat(writer.locator("#body").inputValue()).isEqualTo("Здравствуйте! Поздняя мысль.");
    }

    @Test
    void a_mistyped_address_is_mended_by_sending_the_form_again() throws SQLException {
        Forms forms = new Forms(postern);
        String formKey = forms.keyOf(TO_VERA);
        long before = count("submission");
        forms.sendAtOnce(1, TO_VERA, letter(formKey, "Здравствуйте! Опечатка.", "marta@wrong.example"));
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.somebody();
        String wrong = deeds.linkInMail(writer, "marta@wrong.example", "onfirm");
        HttpResponse<String> again = forms.sendAtOnce(
                        1, TO_VERA, letter(formKey, "Здравствуйте! Опечатка.", "marta@right.example"))
                .get(0);
        String to = again.headers().firstValue("Location").orElseThrow();
        writer.navigate(postern.origin() + to);
        assertThat(to).as(() -> writer.locator("main").innerText()).endsWith("/en/sent");
        String right = deeds.linkInMail(writer, "marta@right.example", "onfirm");
        assertThat(writer.navigate(there(wrong)).status()).isEqualTo(404);
        writer.navigate(there(right));
        deeds.press(writer, "Yes, send it on its way");
        deeds.see(writer, "Received");
        assertThat(count("submission")).isEqualTo(before + 1);
    }

    @Test
    void going_back_from_a_mistyped_address_leads_to_the_form_as_it_was_sent() throws SQLException {
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.write(TO_VERA, "Здравствуйте! Опять опечатка.", "Олег", "ru", "oleg@wrong.example");
        deeds.press(writer, "See the page");
        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "in your mailbox");
        long before = count("submission");
        writer.goBack();
        deeds.see(writer, "waits for the button in the mail");
        assertThat(writer.locator("#email").inputValue()).isEqualTo("oleg@wrong.example");
        writer.locator("#email").fill("oleg@right.example");
        deeds.press(writer, "Send to our readers");
        deeds.see(writer, "in your mailbox");
        writer.navigate(there(deeds.linkInMail(writer, "oleg@right.example", "onfirm")));
        deeds.press(writer, "Yes, send it on its way");
        deeds.see(writer, "Received");
        assertThat(count("submission")).isEqualTo(before);
    }

    @Test
    void a_link_to_a_message_that_was_taken_back_says_so_and_tells_nobody_that_it_is_on_its_way() throws SQLException {
        Forms forms = new Forms(postern);
        forms.sendAtOnce(
                1, TO_VERA, letter(forms.keyOf(TO_VERA), "Здравствуйте! Нет, всё же нет.", "olga@example.org"));
        Deeds deeds = new Deeds(postern, chromium, 390, false);
        Page writer = deeds.somebody();
        String link = there(deeds.linkInMail(writer, "olga@example.org", "onfirm"));
        writer.navigate(link);
        change("update letter set state = 'WITHDRAWN' where state = 'UNCONFIRMED'");
        long told = count("notice where kind = 'RECEIVED'");
        deeds.press(writer, "Yes, send it on its way");
        deeds.see(writer, "You took this message back");
        assertThat(writer.navigate(link).status()).isEqualTo(410);
        deeds.see(writer, "You took this message back");
        assertThat(count("notice where kind = 'RECEIVED'")).isEqualTo(told);
    }

    @Test
    void words_longer_than_can_be_printed_are_given_back_and_not_stored() throws SQLException {
        Forms forms = new Forms(postern);
        long before = count("submission");
        String words = "Здравствуйте! ".repeat(5_000) + "Конец.";
        HttpResponse<String> answer = forms.sendAtOnce(1, TO_VERA, letter(forms.keyOf(TO_VERA), words))
                .get(0);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(words.strip()).contains("longer than anything that we can print");
        assertThat(count("submission")).isEqualTo(before);
    }

    @Test
    void the_key_of_a_form_to_somebody_else_is_not_taken_and_no_word_is_lost() throws SQLException {
        Forms forms = new Forms(postern);
        long before = count("submission");
        HttpResponse<String> answer = forms.sendAtOnce(
                        1,
                        TO_VERA,
                        letter(forms.keyOf("/en/officials/arkady-primerov/letter"), "Здравствуйте! Иволга."))
                .get(0);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("This form was open for too long").contains("Иволга");
        assertThat(count("submission")).isEqualTo(before);
    }

    private String there(String link) {
        return postern.origin() + link.replace(postern.origin(), "");
    }

    private static Map<String, String> letter(String formKey, String words, String email) {
        Map<String, String> fields = new HashMap<>(letter(formKey, words));
        fields.put("email", email);
        return fields;
    }

    private static Map<String, String> letter(String formKey, String words) {
        return Map.of("formKey", formKey, "body", words, "signedAs", "Марта", "language", "ru", "send", "yes");
    }

    private long count(String what) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
