package org.postern.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postern.letter.ReadyLetters.Candidate;

class FairTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private long seq;

    private Candidate letter(long to, int daysAgo) {
        return letter(to, daysAgo, 1_000);
    }

    private Candidate letter(long to, int daysAgo, long bytes) {
        return new Candidate(UUID.randomUUID(), to, NOW.minus(Duration.ofDays(daysAgo)), ++seq, bytes);
    }

    private static List<UUID> ids(Candidate... letters) {
        return List.of(letters).stream().map(Candidate::id).toList();
    }

    @Test
    void a_birthday_goes_before_what_waits_too_long_and_that_before_people_who_got_little() {
        Candidate new1 = letter(1, 3);
        Candidate late = letter(2, 20);
        Candidate birthday = letter(3, 1);
        List<UUID> picked = Fair.pick(List.of(new1, late, birthday), Map.of(2L, 90L), Set.of(3L), NOW, 3);
        assertThat(picked).isEqualTo(ids(birthday, late, new1));
    }

    @Test
    void a_birthday_brings_one_letter_forward_and_not_all_of_them() {
        Candidate first = letter(1, 5);
        Candidate second = letter(1, 4);
        Candidate another = letter(2, 3);
        assertThat(Fair.pick(List.of(second, another, first), Map.of(), Set.of(1L), NOW, 2))
                .isEqualTo(ids(first, another));
    }

    @Test
    void whoever_got_least_of_late_comes_first_and_nobody_gets_two_before_another_gets_one() {
        Candidate famous = letter(1, 9);
        Candidate forgottenFirst = letter(2, 3);
        Candidate forgottenSecond = letter(2, 2);
        Candidate other = letter(3, 1);
        assertThat(Fair.pick(List.of(famous, forgottenFirst, forgottenSecond, other), Map.of(1L, 5L), Set.of(), NOW, 4))
                .isEqualTo(ids(forgottenFirst, other, forgottenSecond, famous));
    }

    @Test
    void among_equals_the_oldest_goes_first_and_of_one_hour_the_one_that_came_first() {
        Candidate younger = letter(1, 2);
        Candidate older = letter(2, 3);
        Candidate sameHour = letter(3, 3);
        assertThat(Fair.pick(List.of(younger, sameHour, older), Map.of(), Set.of(), NOW, 3))
                .isEqualTo(ids(older, sameHour, younger));
    }

    @Test
    void a_stack_grows_no_larger_than_its_file_may_be_and_always_holds_one() {
        Candidate huge = letter(1, 10, Fair.MOST_BYTES + 1);
        assertThat(Fair.pick(List.of(huge), Map.of(), Set.of(), NOW, 40)).isEqualTo(ids(huge));
        List<Candidate> photos = new ArrayList<>();
        for (int person = 1; person <= 40; person++) {
            photos.add(letter(person, 10, (2L << 20) + 1));
        }
        assertThat(Fair.pick(photos, Map.of(), Set.of(), NOW, 40)).hasSize(23);
        Candidate words = letter(41, 1);
        photos.add(words);
        assertThat(Fair.pick(photos, Map.of(), Set.of(), NOW, 40))
                .as("a small one still fits behind a large one that does not")
                .hasSize(24)
                .contains(words.id());
    }

    @Test
    void a_birthday_is_in_time_if_the_post_may_meet_it() {
        assertThat(Fair.isInTime(MonthDay.of(12, 6), TODAY, null, null)).isTrue();
        assertThat(Fair.isInTime(MonthDay.of(12, 5), TODAY, null, null))
                .as("sooner than the post")
                .isFalse();
        assertThat(Fair.isInTime(MonthDay.of(2, 14), TODAY, null, null))
                .as("across the year's end")
                .isTrue();
        assertThat(Fair.isInTime(MonthDay.of(2, 15), TODAY, null, null)).isFalse();
        assertThat(Fair.isInTime(MonthDay.of(12, 1), TODAY, 1, 2)).isTrue();
        assertThat(Fair.isInTime(MonthDay.of(2, 29), LocalDate.of(2027, 1, 20), 4, 6))
                .as("the 28th, where there is no other")
                .isTrue();
        assertThat(Fair.isInTime(null, TODAY, null, null)).isFalse();
    }
}
