package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeeOtherTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/review",
                "/desk/letters/5f0c-1a",
                "/desk/numbers?week=12&by=state",
                "/desk/audit?before=5"
            })
    void a_page_of_the_desk_is_gone_back_to(String then) {
        assertThat(SeeOther.own(then)).isEqualTo(then);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "/desk//evil.example",
                "/\\evil.example",
                "/desk/../en/people",
                "https://evil.example/desk",
                "javascript:alert(1)",
                "/desk\r\nSet-Cookie: a=b",
                "/desker",
                "/desk@evil.example",
                "/desk/sign-in",
                "/desk/sign-out"
            })
    void anything_else_leads_to_the_desk(String then) {
        assertThat(SeeOther.own(then)).isEqualTo("/desk");
    }
}
