package org.postern.journey;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The power goes while a set is being built, while letters are marked, while answers are uploaded, at points that nobody
 * chose: each letter stands in one legal state, whatever was acknowledged is there, and the same button ends the work.
 */
@Tag("database")
class NemesisJourney {
    private static final List<NemesisNight.Deed> DEEDS = List.of(NemesisNight.Deed.values());

    @ParameterizedTest
    @EnumSource(Ground.Kind.class)
    void a_power_cut_in_the_middle_of_a_deed_leaves_every_letter_in_one_legal_state(Ground.Kind kind)
            throws IOException {
        List<NemesisNight.Deed> deal = deal(kind);
        System.out.println("Nemesis: seed " + Nemesis.seed() + ", " + deal.size() + " kills on " + kind);
        if (!deal.isEmpty()) {
            try (Ground ground = new Ground(kind)) {
                new NemesisNight(ground, Nemesis.of(kind.name())).pass(deal);
            }
        }
    }

    /** Three in a row are three deeds, six in a row each deed on each database; the seed says where it begins. */
    private static List<NemesisNight.Deed> deal(Ground.Kind kind) {
        int first = Math.floorMod(Nemesis.seed(), 2 * DEEDS.size());
        return IntStream.range(first, first + Nemesis.kills())
                .filter(i -> (i % 2 == 0) == (kind == Ground.Kind.POSTGRESQL))
                .mapToObj(i -> DEEDS.get(i % DEEDS.size()))
                .toList();
    }
}
