package org.postern.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterStateTest {

    @Test
    void the_journey_in_the_docs_is_this_enum() throws IOException {
        String document = Files.readString(Path.of("src/docs/journey.md"));
        assertThat(document)
                .as("Replace the table in src/docs/journey.md by this one:\n\n" + table())
                .contains(table());
    }

    @Test
    void every_state_can_be_reached_from_a_draft() {
        Set<LetterState> reached = EnumSet.noneOf(LetterState.class);
        Deque<LetterState> open = new ArrayDeque<>(Set.of(LetterState.DRAFT));
        while (!open.isEmpty()) {
            LetterState state = open.pop();
            if (reached.add(state)) {
                open.addAll(state.next());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(LetterState.values());
    }

    @ParameterizedTest
    @EnumSource
    void a_state_never_follows_itself(LetterState state) {
        assertThat(state.next()).doesNotContain(state);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_clock_does_is_a_lawful_step(LetterState state) {
        LetterState.TimeOut timeOut = state.onTimeout();
        if (timeOut != null) {
            assertThat(state.next()).contains(timeOut.into());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_paper_that_may_exist_is_never_moved_by_the_clock_alone(LetterState state) {
        if (EnumSet.of(LetterState.PRINTED, LetterState.UNSURE).contains(state)) {
            assertThat(state.onTimeout()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_state_that_ends_says_when_its_words_go(LetterState state) {
        if (state.next().isEmpty()) {
            assertThat(state.keepsText()).isNotNull();
        }
    }

    @Test
    void a_posted_letter_can_only_come_back_be_answered_or_turn_out_not_to_be_posted() {
        assertThat(LetterState.POSTED.next())
                .containsExactlyInAnyOrder(LetterState.PRINTED, LetterState.RETURNED, LetterState.REPLIED);
    }

    @ParameterizedTest
    @EnumSource
    void a_reason_belongs_to_one_state_at_most(LetterState state) {
        Arrays.stream(LetterState.values())
                .filter(other -> other != state && !state.reasons().isEmpty())
                .forEach(other -> assertThat(other.reasons()).doesNotContainAnyElementsOf(state.reasons()));
    }

    private static String table() {
        return "| state | may become | the clock | reported after | claim | words kept | reasons |\n|---|---|---|---|---|---|---|\n"
                + Arrays.stream(LetterState.values()).map(LetterStateTest::row).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String row(LetterState state) {
        LetterState.TimeOut timeOut = state.onTimeout();
        return "| "
                + String.join(
                        " | ",
                        state.name(),
                        names(state.next()),
                        timeOut == null ? "·" : words(timeOut.after()) + " → " + timeOut.into(),
                        words(state.patience()),
                        words(state.claim()),
                        words(state.keepsText()),
                        names(state.reasons()))
                + " |";
    }

    private static String names(Set<? extends Enum<?>> all) {
        return all.isEmpty() ? "·" : all.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String words(@Nullable Duration duration) {
        if (duration == null) {
            return "·";
        }
        if (duration.isZero()) {
            return "gone at once";
        }
        return duration.toHours() >= 48
                ? duration.toDays() + " d"
                : duration.toHours() > 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
