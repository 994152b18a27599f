package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentPicturesTest {
    private static final byte[] LETTER = {1, 2, 3};

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger drawn = new AtomicInteger();
    private final RecentPictures pictures = new RecentPictures(3, Duration.ofMinutes(1), nanos::get);

    private byte[] draw() {
        return new byte[] {(byte) drawn.incrementAndGet()};
    }

    @Test
    void the_same_words_are_drawn_once_and_another_word_page_or_size_anew() {
        byte[] first = pictures.of(LETTER, 0, 110, this::draw);

        assertThat(pictures.of(LETTER.clone(), 0, 110, this::draw))
                .isEqualTo(first)
                .isNotSameAs(first);
        assertThat(pictures.of(LETTER, 1, 110, this::draw)).isNotEqualTo(first);
        assertThat(pictures.of(LETTER, 0, 72, this::draw)).isNotEqualTo(first);
        assertThat(pictures.of(new byte[] {1, 2, 4}, 0, 110, this::draw)).isNotEqualTo(first);
        assertThat(drawn).hasValue(4);
    }

    @Test
    void few_are_kept_and_the_one_asked_for_longest_ago_goes_first() {
        for (int page = 0; page < 3; page++) {
            pictures.of(LETTER, page, 110, this::draw);
        }
        pictures.of(LETTER, 0, 110, this::draw);
        pictures.of(LETTER, 3, 110, this::draw);

        assertThat(pictures.size()).isEqualTo(3);
        pictures.of(LETTER, 0, 110, this::draw);
        assertThat(drawn).hasValue(4);
        pictures.of(LETTER, 1, 110, this::draw);
        assertThat(drawn).hasValue(5);
    }

    @Test
    void a_picture_is_forgotten_a_minute_after_it_was_asked_for() {
        pictures.of(LETTER, 0, 110, this::draw);
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        pictures.of(LETTER, 0, 110, this::draw);

        assertThat(drawn).hasValue(2);
    }

    @Test
    void the_last_picture_goes_even_when_nobody_asks_any_more() {
        var brief = new RecentPictures(3, Duration.ofMillis(50), System::nanoTime);
        brief.of(LETTER, 0, 110, this::draw);

        assertThat(brief.size()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> brief.size() == 0);
    }
}
