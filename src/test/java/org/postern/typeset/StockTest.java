package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The envelopes and labels that one can buy, and which sheet goes in which window. */
class StockTest {
    /** With an address of five long lines; each pair that is not here must be refused, so that nothing is cut off unseen. */
    private static final Map<String, List<String>> GOES_IN = Map.of(
            "din5008b", List.of("dl-window", "c6-c5-window", "uk-dl-window"),
            "din5008a", List.of("dl-window", "c6-c5-window", "uk-dl-window"),
            "uk-dl", List.of("dl-window", "uk-dl-window"),
            "swiss-left", List.of("dl-window", "ch-c6-c5-left", "ch-c5-left"),
            "swiss-right", List.of("ch-c6-c5-right", "ch-c5-right"),
            "ru-window", List.of("ru-dl-window", "ru-c5-window"),
            "us10", List.of("us10-window"),
            "us10-double", List.of(),
            "french", List.of());

    @Test
    void each_window_takes_the_sheets_that_are_made_for_it_and_no_other() {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : SampleLetters.TYPESETTER.stationeries()) {
            Stationery stationery = SampleLetters.TYPESETTER.stationery(name);
            if (stationery.window() == null || name.equals("postcard")) {
                continue;
            }
            List<String> fits = new ArrayList<>();
            for (StockEnvelope stock : Stock.envelopes()) {
                if (stock.envelope().hasWindow()) {
                    Typesetting set = SampleLetters.TYPESETTER.set(
                            SampleLetters.windowed("ru", address(name), SampleLetters.RUSSIAN)
                                    .on(name),
                            PrintOptions.plain());
                    if (set.findings().isEmpty()
                            && WindowCheck.of(set, stationery.in(List.of(stock.envelope())))
                                    .isEmpty()) {
                        fits.add(stock.code());
                    }
                }
            }
            found.put(name, fits);
        }
        assertThat(found).isEqualTo(new TreeMap<>(GOES_IN));
    }

    private static List<String> address(String stationery) {
        return stationery.startsWith("us") ? SampleLetters.AMERICAN_ADDRESS : SampleLetters.ADDRESS;
    }

    @Test
    void boxes_lie_on_their_envelope_and_keep_off_what_must_stay_clear() {
        List<StockEnvelope> printed = new ArrayList<>(Stock.envelopes().stream()
                .filter(one -> !one.envelope().hasWindow())
                .toList());
        printed.add(StockEnvelope.own("own", Envelope.closed("Mine", 180, 120, List.of())));
        printed.add(StockEnvelope.own("own", Envelope.closed("Large", 353, 250, List.of())));
        for (StockEnvelope one : printed) {
            Window paper =
                    new Window(0, 0, one.envelope().width(), one.envelope().height());
            for (Window box : List.of(one.senderBox(), one.addressBox())) {
                assertThat(within(paper, box)).as(one.code()).isTrue();
                assertThat(one.clear()).as(one.code()).noneMatch(zone -> meet(zone, box));
            }
            assertThat(meet(one.senderBox(), one.addressBox())).as(one.code()).isFalse();
        }
        assertThat(printed).hasSize(13);
    }

    @Test
    void labels_lie_on_their_paper_and_not_on_each_other() {
        assertThat(Stock.labels()).hasSize(16).allMatch(LabelFormat::isPossible);
        LabelFormat avery = Stock.labels().get(0);
        assertThat(avery.code()).isEqualTo("l7160");
        assertThat(avery.labels()).isEqualTo(21);
        Window fifth = avery.at(4);
        assertThat(fifth.x()).isEqualTo(7.48 + 66.04);
        assertThat(fifth.y()).isEqualTo(15.49 + 38.1);
    }

    private static boolean within(Window paper, Window box) {
        return box.x() >= paper.x()
                && box.y() >= paper.y()
                && box.right() <= paper.right()
                && box.bottom() <= paper.bottom();
    }

    private static boolean meet(Window one, Window other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }
}
