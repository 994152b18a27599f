package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void a_hash_says_its_costs_and_is_never_the_same_twice() {
        String hash = passwords.hash("four ordinary words");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("four ordinary words")).isNotEqualTo(hash);
        assertThat(passwords.verify("four ordinary words", hash)).isTrue();
        assertThat(passwords.verify("four ordinary word", hash)).isFalse();
    }

    @Test
    void two_keyboards_may_write_one_letter_differently() {
        assertThat(passwords.verify("cafe\u0301 au lait noir", passwords.hash("caf\u00e9 au lait noir")))
                .isTrue();
    }

    @Test
    void length_is_the_only_rule() {
        assertThat(Passwords.isPassword("aaaaaaaaaaaa")).isTrue();
        assertThat(Passwords.isPassword("aaaaaaaaaaa")).isFalse();
        assertThat(Passwords.isPassword("🗝".repeat(12))).isTrue();
        assertThat(Passwords.isPassword("a".repeat(201))).isFalse();
    }

    @Test
    void an_unknown_name_is_compared_with_a_hash_of_the_same_cost() {
        assertThat(passwords.verify("there is no such name", null)).isFalse();
        assertThat(costs(Passwords.NOBODY)).isEqualTo(costs(passwords.hash("four ordinary words")));
    }

    @Test
    void a_flood_is_sent_away_at_once_instead_of_keeping_every_thread() throws InterruptedException {
        AtomicInteger sentAway = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        ExecutorService visitors = Executors.newFixedThreadPool(60);
        for (int i = 0; i < 60; i++) {
            visitors.execute(() -> {
                try {
                    passwords.verify("four ordinary words", null);
                    answered.incrementAndGet();
                } catch (RuntimeException e) {
                    // 503; there is no server here that could make its answer.
                    sentAway.incrementAndGet();
                }
            });
        }
        visitors.shutdown();
        assertThat(visitors.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(answered.get() + sentAway.get()).isEqualTo(60);
        assertThat(answered).hasValueGreaterThanOrEqualTo(12);
        assertThat(sentAway).hasPositiveValue();
    }

    /** @return algorithm, version, memory and rounds: everything before the salt */
    private static String costs(String hash) {
        return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
    }
}
