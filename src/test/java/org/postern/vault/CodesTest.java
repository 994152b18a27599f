package org.postern.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @Test
    void a_token_comes_back_from_its_link_and_only_its_hash_is_stored() {
        Token token = Token.random();
        assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Token.parse(token.text())).contains(token);
        assertThat(token.hash()).hasSize(43).isNotEqualTo(token.text());
        assertThat(new Token(token.text()).hash()).isEqualTo(token.hash());
        assertThat(Token.random().hash()).isNotEqualTo(token.hash());
        assertThat(token).asString().doesNotContain(token.text());
    }

    @Test
    void the_hash_of_a_token_is_sha_256_of_its_characters() {
        assertThat(new Token("A".repeat(43)).hash()).isEqualTo("DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB", // decodes to the bytes of another text
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/A",
                " AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_is_not_exactly_a_token_is_none(String text) {
        assertThat(Token.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Token(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_short_code_is_shown_in_two_groups_and_kept_out_of_logs() {
        ShortCode code = new ShortCode("7K39QX2P40");
        assertThat(code.text()).isEqualTo("7K39Q-X2P40");
        assertThat(code).asString().doesNotContain("7K39Q");
        for (int i = 0; i < 1000; i++) {
            ShortCode random = ShortCode.random();
            assertThat(random.symbols()).matches("[0-9A-HJKMNP-TV-Z]{10}");
            assertThat(ShortCode.parse(random.text())).contains(random);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K19Q-X2P40",
                "7k19qx2p40",
                " 7KI9Q X2P4O ",
                "7kl9q–x2p4o",
                "7-K-L-9-Q-X-2-P-4-0",
                "7K19Q\u00a0X2P40"
            })
    void a_short_code_is_read_however_a_person_types_it(String typed) {
        assertThat(ShortCode.parse(typed)).contains(new ShortCode("7K19QX2P40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K19QX2P4", "7K19QX2P400", "7K19QX2P4U", "7K19Q_X2P40", "７K19QX2P40"})
    void what_cannot_be_a_short_code_is_none(String typed) {
        assertThat(ShortCode.parse(typed)).isEmpty();
    }

    @Test
    void a_piece_code_is_shown_in_three_groups_and_read_back() {
        Set<PieceCode> all = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            PieceCode code = PieceCode.random();
            all.add(code);
            assertThat(code.text()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
            assertThat(PieceCode.parse(code.text().toLowerCase(java.util.Locale.ROOT)))
                    .contains(code);
        }
        assertThat(all).hasSize(1000);
    }

    @Test
    void every_single_slip_and_every_exchange_of_two_symbols_is_noticed() {
        for (int i = 0; i < 50; i++) {
            String right = PieceCode.random().symbols();
            for (int a = 0; a < 12; a++) {
                for (char c : Crockford.SYMBOLS.toCharArray()) {
                    String slip = right.substring(0, a) + c + right.substring(a + 1);
                    assertThat(PieceCode.parse(slip).isPresent()).isEqualTo(slip.equals(right));
                }
                for (int b = 0; b < a; b++) {
                    StringBuilder exchanged = new StringBuilder(right);
                    exchanged.setCharAt(a, right.charAt(b));
                    exchanged.setCharAt(b, right.charAt(a));
                    assertThat(PieceCode.parse(exchanged.toString()).isPresent())
                            .isEqualTo(exchanged.toString().equals(right));
                }
            }
        }
    }

    @Test
    void a_wrong_piece_code_cannot_be_made() {
        String right = PieceCode.random().symbols();
        String wrong = (right.charAt(0) == '7' ? '8' : '7') + right.substring(1);
        assertThat(PieceCode.parse(wrong)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new PieceCode(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
