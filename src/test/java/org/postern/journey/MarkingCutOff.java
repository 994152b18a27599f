package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postern.TestDatabase;

/** A volunteer presses "printed", then "posted": each button marks all of the stack or nothing. */
final class MarkingCutOff implements CutOff {
    private static final List<String> STEPS = List.of("BATCHED", "PRINTED", "POSTED");

    private final Volunteer volunteer;
    private final Stacks stacks;
    private final List<Stacks.Stack> marked = new ArrayList<>();
    private Stacks.@Nullable Stack stack;
    private volatile int acknowledged;

    MarkingCutOff(Volunteer volunteer, Stacks stacks) {
        this.volunteer = volunteer;
        this.stacks = stacks;
    }

    /** @return stacks that are in the post */
    List<Stacks.Stack> marked() {
        return marked;
    }

    @Override
    public String name() {
        return "marking";
    }

    @Override
    public void prepare() {
        stack = stacks.unmarked();
        acknowledged = 0;
    }

    @Override
    public void run(Runnable begins) {
        begins.run();
        press("printing");
        acknowledged = 1;
        press("posting");
        acknowledged = 2;
    }

    private String press(String button) {
        return volunteer.press("/desk/batches/" + stack().number() + "/" + button, Map.of("which", "all"));
    }

    @Override
    public String left(TestDatabase found) {
        List<String> states = Ledgers.rows(
                        found,
                        "select distinct t.state from letter t join batch_line l on l.letter_id = t.id"
                                + " where l.batch_number = " + stack().number())
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
        assertThat(states).as("states of one stack").hasSize(1);
        assertThat(STEPS.indexOf(states.get(0)))
                .as("what was acknowledged stands: " + states)
                .isBetween(acknowledged, Math.min(2, acknowledged + 1));
        return "all " + states.get(0);
    }

    @Override
    public void goOn() {
        press("printing");
        press("posting");
        assertThat(press("printing")).endsWith("n=0");
        assertThat(press("posting")).endsWith("n=0");
        marked.add(stack());
    }

    private Stacks.Stack stack() {
        return Objects.requireNonNull(stack);
    }
}
