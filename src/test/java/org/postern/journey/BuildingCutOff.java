package org.postern.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.postern.TestDatabase;

/** A volunteer asks for an evening's letters, and their set of files is built: all of it, or nothing so far. */
final class BuildingCutOff implements CutOff {
    private final Stacks stacks;
    private final boolean claiming;
    private String newest = "";
    private volatile long acknowledged;

    /** @param claiming whether it may be cut off from the button on, or only from the first letters that are set */
    BuildingCutOff(Stacks stacks, boolean claiming) {
        this.stacks = stacks;
        this.claiming = claiming;
    }

    @Override
    public String name() {
        return claiming ? "claiming and building" : "building";
    }

    @Override
    public void prepare() {
        newest = stacks.newest();
        acknowledged = 0;
    }

    @Override
    public void run(Runnable begins) {
        if (claiming) {
            begins.run();
        }
        acknowledged = stacks.claim(newest);
        if (!claiming) {
            stacks.awaitFirstLetters(acknowledged);
            begins.run();
        }
        stacks.awaitSet(acknowledged);
    }

    @Override
    public String left(TestDatabase found) {
        List<List<String>> batches = Ledgers.rows(
                        found,
                        "select number, claimed, build_done, built_round, build_fault from batch where number > "
                                + newest)
                .stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList();
        assertThat(batches.size()).as("batches by one button").isBetween(acknowledged == 0 ? 0 : 1, 1);
        if (batches.isEmpty()) {
            return "not claimed";
        }
        List<String> batch = batches.get(0);
        assertThat(batch.get(1)).as("letters in it").isEqualTo(String.valueOf(Stacks.LETTERS));
        assertThat(batch.get(4)).as("fault").isEqualTo("null");
        if (acknowledged > 0) {
            assertThat(batch.get(0)).isEqualTo(String.valueOf(acknowledged));
        }
        return batch.get(3).equals("1") ? "built" : "claimed, " + batch.get(2) + " of " + Stacks.LETTERS + " set";
    }

    @Override
    public void goOn() {
        long number = stacks.claim(newest);
        assertThat(number).as("the same batch by the same button").isEqualTo(acknowledged == 0 ? number : acknowledged);
        assertThat(stacks.claim(newest)).isEqualTo(number);
        stacks.awaitSet(number);
        stacks.lookThrough(number);
    }
}
