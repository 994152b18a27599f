package org.postern.letter;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.web.OnceMore;

/** A form that is sent twice at the same instant, and what else meets in one row. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class OnceMoreTest {
    private static final int LONG_ENOUGH_TO_MEET_MS = 300;

    private final House house;

    OnceMoreTest(TestDatabase db) {
        this.house = new House(db);
    }

    @Test
    void two_clicks_on_one_form_begin_one_letter() throws Exception {
        String formKey = UUID.randomUUID().toString();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<UUID> first = CompletableFuture.supplyAsync(() -> house.transaction.of(() -> {
            UUID id = begin(formKey);
            begun.countDown();
            pause();
            return id;
        }));
        assertThat(begun.await(10, SECONDS)).isTrue();
        UUID second = new OnceMore(house.transaction).of(() -> begin(formKey));
        assertThat(second).isEqualTo(first.get(10, SECONDS));
    }

    @Test
    void what_fails_for_another_reason_is_not_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> new OnceMore(house.transaction).of(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(tries).hasValue(1);
    }

    private UUID begin(String formKey) {
        return house.letters
                .begin(formKey, "en", house.recipient, "en", house.clock.instant())
                .id();
    }

    private static void pause() {
        try {
            MILLISECONDS.sleep(LONG_ENOUGH_TO_MEET_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
