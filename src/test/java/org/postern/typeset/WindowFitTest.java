package org.postern.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand: {@code src/docs/stationery.md} has the sums. */
class WindowFitTest {
    private static final Offset<Double> NEAR = within(0.06);
    private static final List<Double> THIRDS = List.of(99d, 198d);
    private static final List<Double> DIN_B = List.of(105d, 210d);
    private static final Envelope DL = envelope(220, 110, 20, 15, 90, 45);
    private static final Envelope C6_5 = envelope(229, 114, 20, 15, 90, 45);
    private static final Envelope UK = envelope(220, 110, 20, 18, 90, 35);

    @Test
    void din_680_in_a_dl_envelope() {
        WindowFit fit = WindowFit.of(DL, Paper.A4.size(), DIN_B);

        same(fit.always(), 20, 50, 100, 90);
        same(fit.may(), 10, 45, 110, 95);
    }

    @Test
    void the_same_window_in_a_larger_envelope() {
        WindowFit fit = WindowFit.of(C6_5, Paper.A4.size(), DIN_B);

        same(fit.always(), 20, 54, 91, 90);
        same(fit.may(), 1, 45, 110, 99);
    }

    @Test
    void us_number_10_with_a_letter_folded_in_three() {
        Envelope ten = envelope(241.3, 104.8, 22.2, 12.7, 114.3, 28.6);
        WindowFit fit = WindowFit.of(ten, 215.9, 279.4 / 3).on(Paper.LETTER.size());

        same(fit.always(), 22.2, 63.5, 111.1, 80.4);
        same(fit.may(), 0, 51.8, 136.5, 92.1);
        assertThat(fit.always().height()).isEqualTo(16.9, within(0.1));
    }

    @Test
    void uk_dl() {
        WindowFit fit = WindowFit.of(UK, Paper.A4.size(), THIRDS);

        same(fit.always(), 20, 57, 100, 81);
        same(fit.may(), 10, 46, 110, 92);
    }

    @Test
    void what_survives_all_three() {
        WindowFit all = WindowFit.of(DL, Paper.A4.size(), DIN_B)
                .and(WindowFit.of(C6_5, Paper.A4.size(), DIN_B))
                .and(WindowFit.of(UK, Paper.A4.size(), THIRDS));

        same(all.always(), 20, 57, 91, 81);
        same(all.may(), 1, 45, 110, 99);
    }

    @Test
    void three_millimetres_for_the_cut_the_fold_and_the_print() {
        WindowFit fit = WindowFit.of(UK, Paper.A4.size(), THIRDS).within(3);

        same(fit.always(), 23, 60, 97, 78);
        same(fit.may(), 7, 43, 113, 95);
    }

    /** Form A is folded at 87: its page begins 18 mm below the packet's top, and its window 18 mm higher on the page. */
    @Test
    void a_short_first_part_moves_the_window_up() {
        WindowFit fit = WindowFit.of(DL, Paper.A4.size(), List.of(87d, 192d));

        same(fit.always(), 20, 32, 100, 72);
        same(fit.may(), 10, 27, 110, 77);
    }

    @Test
    void a_window_smaller_than_the_play_always_shows_nothing() {
        WindowFit fit = WindowFit.of(envelope(324, 229, 20, 15, 90, 45), Paper.A4.size(), DIN_B);

        assertThat(fit.always().width()).isZero();
        assertThat(fit.always().height()).isZero();
        assertThat(fit.always().holds(new Extent("x", 20, 160, 1, 1))).isFalse();
    }

    @Test
    void a_sheet_that_fills_its_envelope_shows_just_the_window() {
        WindowFit fit = WindowFit.of(envelope(210, 105, 20, 15, 90, 45), Paper.A4.size(), DIN_B);

        assertThat(fit.always()).isEqualTo(fit.may());
    }

    @Test
    void a_stationery_counts_all_its_envelopes_and_its_tolerance() {
        WindowFit fit =
                WindowFit.of(SampleLetters.TYPESETTER.stationery("din5008b")).orElseThrow();
        same(fit.always(), 23, 57, 88, 87);
        same(fit.may(), 0, 42, 113, 102);

        WindowFit russian =
                WindowFit.of(SampleLetters.TYPESETTER.stationery("ru-window")).orElseThrow();
        same(russian.always(), 132, 8, 202, 43.5);
        same(russian.may(), 107, 0, 210, 63);
        assertThat(WindowFit.of(SampleLetters.TYPESETTER.stationery("plain"))).isEmpty();

        WindowFit card =
                WindowFit.of(SampleLetters.TYPESETTER.stationery("postcard")).orElseThrow();
        same(card.always(), 82, 48, 144, 92);
        same(card.may(), 82, 48, 144, 92);
    }

    private static Envelope envelope(double width, double height, double left, double bottom, double w, double h) {
        return new Envelope("any", width, height, left, bottom, w, h, List.of());
    }

    private static void same(Window window, double left, double top, double right, double bottom) {
        assertThat(window.x()).as("left").isEqualTo(left, NEAR);
        assertThat(window.y()).as("top").isEqualTo(top, NEAR);
        assertThat(window.right()).as("right").isEqualTo(right, NEAR);
        assertThat(window.bottom()).as("bottom").isEqualTo(bottom, NEAR);
    }
}
