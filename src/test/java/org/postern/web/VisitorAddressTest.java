package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.TestSettings;
import org.postern.TestVisitor;

class VisitorAddressTest {
    private static final String PROXY = "198.51.100.1";

    private final VisitorAddress visitors =
            new VisitorAddress(TestSettings.of("postern.proxies", PROXY + ", 172.28.0.0/16,2001:db8:ffff::/48"));

    private @Nullable String behindProxy(String... forwarded) {
        return visitors.network(TestVisitor.from(PROXY, forwarded));
    }

    private @Nullable String direct(String peer) {
        return visitors.network(TestVisitor.from(peer));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "203.0.113.7, 203.0.113.200, true",
        "203.0.113.7, 203.0.114.7, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.7, ::ffff:203.0.113.9, true",
        "203.0.113.7, 2001:db8:cb00:7107::1, false"
    })
    void neighbours_count_as_one(String one, String other, boolean same) {
        assertThat(direct(one)).isNotNull();
        assertThat(Objects.equals(direct(one), direct(other))).isEqualTo(same);
        assertThat(behindProxy(one)).isEqualTo(direct(one));
    }

    @Test
    void a_stranger_is_not_believed_about_who_asks() {
        assertThat(visitors.network(TestVisitor.from("203.0.113.7", "192.0.2.1")))
                .isEqualTo(direct("203.0.113.7"));
    }

    @Test
    void only_the_last_hop_that_is_not_ours_counts_whatever_the_visitor_wrote_before_it() {
        String visitor = direct("203.0.113.7");
        assertThat(behindProxy("192.0.2.1, 203.0.113.7")).isEqualTo(visitor);
        assertThat(behindProxy("192.0.2.1", "203.0.113.7")).isEqualTo(visitor);
        assertThat(behindProxy("rubbish,, 203.0.113.7 , 172.28.0.2,2001:db8:ffff::5"))
                .isEqualTo(visitor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "unknown",
                "_hidden",
                "localhost",
                "evil.example",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "999.1.1.1",
                "203.0.113.7:80",
                "[2001:db8::1]",
                "2001:db8",
                ":",
                ":::",
                "1:2:3:4:5:6:7:8:9",
                "fe80::1%eth0",
                "203.0.113.7;",
                "203.0.113.7,",
                "203.0.113.\u0667",
                "0x7f.1.1.1",
                "203.0.113.7\u0000",
                "-1",
                "/24"
            })
    void rubbish_counts_as_the_proxy_which_is_nobody(String rubbish) {
        assertThat(behindProxy(rubbish)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "0:0:0:0:0:0:0:1",
                "10.1.2.3",
                "172.18.0.1",
                "192.168.1.1",
                "fd00::1",
                "fe80::1",
                "fe80:0:0:0:1:2:3:4%eth0",
                PROXY,
                "not an address"
            })
    void behind_an_onion_service_or_a_proxy_that_was_not_named_nobody_is_told_apart(String peer) {
        assertThat(direct(peer)).isNull();
        assertThat(visitors.network(TestVisitor.from(peer, "rubbish"))).isNull();
    }

    @Test
    void the_onion_service_behind_our_proxy_is_nobody_as_well() {
        assertThat(behindProxy("127.0.0.1")).isNull();
        assertThat(behindProxy("172.28.0.1")).isNull();
        assertThat(behindProxy()).isNull();
    }

    @Test
    void the_address_is_not_in_what_is_given_and_another_process_gives_something_else() {
        assertThat(direct("203.0.113.7")).doesNotContain("203", "113").hasSize(44);
        assertThat(new VisitorAddress(TestSettings.of()).network(TestVisitor.from("203.0.113.7")))
                .isNotEqualTo(direct("203.0.113.7"));
    }
}
