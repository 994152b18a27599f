package org.postern.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "marta@example.org, marta@example.org",
        "'  marta@example.org ', marta@example.org",
        "Marta.Ann+x@Example.ORG, Marta.Ann+x@example.org",
        "o'neil@mail.example.co.uk, o'neil@mail.example.co.uk",
        "a@bücher.example, a@xn--bcher-kva.example",
        "a@почта.рф, a@xn--80a1acny.xn--p1ai",
        "a@čára.cz, a@xn--ra-lia9o.cz",
        "a@example。org, a@example.org",
    })
    void a_usual_address_is_taken(String typed, String text) {
        assertThat(MailAddress.parse(typed).map(MailAddress::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "marta",
                "marta@",
                "@example.org",
                "marta@localhost",
                "marta@example.org.",
                "marta@.org",
                "marta@-example.org",
                "marta@example..org",
                "marta@[127.0.0.1]",
                "marta@127.0.0.1",
                "marta@b@example.org",
                ".marta@example.org",
                "marta.@example.org",
                "mar..ta@example.org",
                "-oQ/tmp@example.org",
                "mar ta@example.org",
                "marta@exa mple.org",
                "\"mar ta\"@example.org",
                "\"marta\"@example.org",
                "marta(x)@example.org",
                "marta@example.org(x)",
                "Marta <marta@example.org>",
                "<marta@example.org>",
                "marta@example.org,eva@example.org",
                "group:marta@example.org;",
                "märta@example.org",
                "мarta@example.org",
                "marta@exam_ple.org",
                "marta@exa%mple.org",
                "marta\u0000@example.org",
                "marta@example.org\u0000",
            })
    void what_is_no_plain_address_is_refused(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }

    /** CVE-2025-7962: characters whose low byte is a line end, and line ends themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nRCPT TO:<eva@example.org>@example.org",
                "a@example.org\r\nDATA",
                "a@example.org\nDATA\r\n.x.org",
                "a>\u010D\u010ARCPT@example.org",
                "a\u010D\u010ADATA@example.org",
                "\u560D\u560Aa@example.org",
                "a\u2028@example.org",
                "a\u0085b@example.org",
                "a@exa\u2028mple.org",
                "a@exa\u0085mple.org",
            })
    void nothing_that_could_begin_a_second_command_gets_through(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }

    @Test
    void such_characters_in_a_domain_become_ascii() {
        Optional<MailAddress> address = MailAddress.parse("a@x\u010D\u010By.example.org");
        assertThat(address).isPresent();
        assertThat(address.orElseThrow().text()).matches("[\\x21-\\x7e]+");
    }

    @Test
    void an_address_is_at_most_254_characters_long() {
        String domain = ("a".repeat(60) + ".").repeat(3) + "org";
        assertThat(MailAddress.parse("x".repeat(64) + "@" + domain)).isPresent();
        assertThat(MailAddress.parse("x".repeat(65) + "@" + domain)).isEmpty();
        assertThat(MailAddress.parse("x".repeat(64) + "@" + "a".repeat(60) + "." + domain))
                .isEmpty();
        assertThat(MailAddress.parse("x@" + "ä".repeat(60) + ".org")).isEmpty();
    }

    @Test
    void no_log_shows_it() {
        assertThat(MailAddress.parse("marta@example.org").orElseThrow().toString())
                .doesNotContain("marta", "example");
    }
}
