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
import org.awaitility.Awaitility;

/** A row of deeds on one of the databases, each of them cut off. */
final class NemesisNight {
    /** What can be cut off. */
    enum Deed {
        BUILDING,
        MARKING,
        UPLOAD
    }

    private final Ground ground;
    private final Nemesis nemesis;
    private final Stacks stacks;
    private final MarkingCutOff marking;
    private final List<BuildingCutOff> building;
    private final UploadCutOff upload;
    private final Map<CutOff, Duration> undisturbed = new HashMap<>();
    private final Books books;
    private int builds;
    private int spare;

    NemesisNight(Ground ground, Nemesis nemesis) throws IOException {
        this.ground = ground;
        this.nemesis = nemesis;
        Volunteer volunteer = Volunteer.lookInAs(ground.postern(), "printer");
        this.stacks = new Stacks(volunteer);
        this.building = List.of(new BuildingCutOff(stacks, false), new BuildingCutOff(stacks, true));
        this.marking = new MarkingCutOff(volunteer, stacks);
        this.upload = new UploadCutOff(volunteer);
        this.books = new Books(Volunteer.lookInAs(ground.postern(), "organiser"));
    }

    /** What is built comes before what is marked. */
    void pass(List<Deed> deal) {
        List<CutOff> deeds = deal.stream().sorted().map(this::next).toList();
        int claimed = stacksFor(deeds);
        spare = claimed == 0 ? 0 : 3 + claimed / 3;
        List<WrittenLetters.Sent> letters = new ArrayList<>();
        if (claimed > 0) {
            stacks.clearTheTable();
            letters.addAll(ground.write((claimed + spare) * Stacks.LETTERS));
        }
        books.open();
        for (CutOff deed : deeds) {
            undisturbed.computeIfAbsent(deed, this::measure);
            cutOff(deed, Objects.requireNonNull(undisturbed.get(deed)));
        }
        awaitMails();
        ground.postern().kill();
        ground.look(found -> {
            Ledgers.agree(found, "at the end");
            Mails.toldOnce(found, letters);
        });
    }

    private CutOff next(Deed deed) {
        return switch (deed) {
            case BUILDING -> building.get(builds++ % building.size());
            case MARKING -> marking;
            case UPLOAD -> upload;
        };
    }

    /** Each deed is done undisturbed once, and each marking takes a stack away. */
    private int stacksFor(List<CutOff> deeds) {
        Set<CutOff> measured = new HashSet<>();
        int claimed = 0;
        int inHand = 0;
        for (CutOff deed : deeds) {
            int times = measured.add(deed) ? 2 : 1;
            if (deed instanceof BuildingCutOff) {
                claimed += times;
                inHand += times;
            } else if (deed == marking) {
                claimed += Math.max(0, times - inHand);
                inHand = Math.max(0, inHand - times);
            }
        }
        return claimed;
    }

    private Duration measure(CutOff deed) {
        deed.prepare();
        Duration took = Nemesis.undisturbed(deed);
        System.out.println("Nemesis: " + deed.name() + " takes " + took.toMillis() + " ms undisturbed");
        deed.goOn();
        books.agree(posted());
        return took;
    }

    private void cutOff(CutOff deed, Duration usual) {
        deed.prepare();
        Nemesis.Cut cut = nemesis.strike(ground.postern(), usual, deed);
        Duration now = usual;
        while (!cut.struck() && mayTryAgain(deed)) {
            // A server that runs for a while is faster.
            now = cut.after();
            System.out.println("Nemesis: " + deed.name() + " took " + now.toMillis() + " ms: too late");
            deed.goOn();
            books.agree(posted());
            deed.prepare();
            cut = nemesis.strike(ground.postern(), now, deed);
        }
        ground.postern().kill();
        String when = deed.name() + " cut off after " + cut.after().toMillis() + " of " + now.toMillis() + " ms";
        String ended = cut.struck() ? "" : ", it had ended";
        ground.look(found -> {
            String left = deed.left(found);
            System.out.println("Nemesis: " + when + ": " + left + ended);
            Ledgers.agree(found, when + ": " + left);
        });
        ground.postern().startAgain();
        deed.goOn();
        books.agree(posted());
    }

    private boolean mayTryAgain(CutOff deed) {
        return deed == upload || spare-- > 0;
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
