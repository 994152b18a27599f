package org.postern.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The power goes while a set is being built, while letters are marked, while answers are uploaded, at points that nobody
 * chose: each letter stands in one legal state, whatever was acknowledged is there, and the same button ends the work.
 */
class NemesisJourney {
    private static final int DEEDS = 3;

    @ParameterizedTest
    @EnumSource(Ground.Kind.class)
    void a_power_cut_in_the_middle_of_a_deed_leaves_every_letter_in_one_legal_state(Ground.Kind kind)
            throws IOException {
        List<Integer> deal = deal(kind);
        System.out.println("Nemesis: seed " + Nemesis.seed() + ", " + deal.size() + " kills on " + kind);
        if (!deal.isEmpty()) {
            try (Ground ground = new Ground(kind)) {
                new Night(ground, Nemesis.of(kind.name())).pass(deal);
            }
        }
    }

    /**
     * Three in a row are three deeds, six in a row each deed on each database; the seed says where it begins. What is
     * built comes before what is marked.
     */
    private static List<Integer> deal(Ground.Kind kind) {
        int first = Math.floorMod(Nemesis.seed(), 2 * DEEDS);
        return IntStream.range(first, first + Nemesis.kills())
                .filter(i -> (i % 2 == 0) == (kind == Ground.Kind.POSTGRESQL))
                .map(i -> i % DEEDS)
                .sorted()
                .boxed()
                .toList();
    }

    /** What happens on one of the databases. */
    private static final class Night {
        private static final int MARKING = 1;

        private final Ground ground;
        private final Nemesis nemesis;
        private final BuildingCutOff building;
        private final MarkingCutOff marking;
        private final List<CutOff> deeds;
        private final Map<Integer, Duration> undisturbed = new HashMap<>();
        private final Books books;

        Night(Ground ground, Nemesis nemesis) throws IOException {
            this.ground = ground;
            this.nemesis = nemesis;
            Volunteer volunteer = Volunteer.lookInAs(ground.postern(), "printer");
            this.building = new BuildingCutOff(volunteer);
            this.marking = new MarkingCutOff(volunteer, building);
            this.deeds = List.of(building, marking, new UploadCutOff(volunteer));
            this.books = new Books(Volunteer.lookInAs(ground.postern(), "organiser"));
        }

        void pass(List<Integer> deal) {
            int stacks = stacksFor(deal);
            List<EveningLetters.Sent> letters = List.of();
            if (stacks > 0) {
                building.clearTheTable();
                letters = ground.write(stacks * BuildingCutOff.LETTERS);
            }
            books.open();
            for (int deed : deal) {
                undisturbed.computeIfAbsent(deed, first -> measure(deeds.get(deed)));
                cutOff(deeds.get(deed), Objects.requireNonNull(undisturbed.get(deed)));
            }
            awaitMails();
            ground.postern().kill();
            List<EveningLetters.Sent> ours = letters;
            ground.look(found -> {
                Ledgers.agree(found, "at the end");
                Mails.toldOnce(found, ours);
            });
        }

        /** Each deed is done undisturbed once, and each marking takes a stack away. */
        private static int stacksFor(List<Integer> deal) {
            Set<Integer> measured = new HashSet<>();
            int claimed = 0;
            int inHand = 0;
            for (int deed : deal) {
                for (int times = measured.add(deed) ? 2 : 1; times > 0; times--) {
                    if (deed == 0) {
                        inHand++;
                        claimed++;
                    } else if (deed == MARKING && inHand > 0) {
                        inHand--;
                    } else if (deed == MARKING) {
                        claimed++;
                    }
                }
            }
            return claimed;
        }

        private Duration measure(CutOff deed) {
            deed.prepare();
            long begun = System.nanoTime();
            deed.run();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            System.out.println("Nemesis: " + deed.name() + " takes " + took.toMillis() + " ms undisturbed");
            deed.goOn();
            books.agree(posted());
            ground.startAnew();
            return took;
        }

        private void cutOff(CutOff deed, Duration usual) {
            deed.prepare();
            Nemesis.Cut cut = nemesis.strike(ground.postern(), usual, deed::run);
            List<String> left = new ArrayList<>();
            ground.look(found -> {
                left.add(deed.left(found));
                Ledgers.agree(found, deed.name() + " cut off after " + cut.after() + ": " + left);
            });
            System.out.println(
                    "Nemesis: " + deed.name() + " cut off after " + cut.after().toMillis() + " of " + usual.toMillis()
                            + " ms: " + left.get(0) + (cut.ended() ? ", it had ended" : ""));
            ground.postern().startAgain();
            deed.goOn();
            books.agree(posted());
        }

        private int posted() {
            return marking.marked().stream()
                    .mapToInt(stack -> stack.letters().size())
                    .sum();
        }

        /** To the writers of the last stack; those of all others were told long before. */
        private void awaitMails() {
            if (!marking.marked().isEmpty()) {
                Set<Integer> last =
                        marking.marked().get(marking.marked().size() - 1).letters();
                Awaitility.await("mails to the writers of " + last)
                        .atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> books.mails(Mails.ON_ITS_WAY, last));
            }
        }
    }
}
