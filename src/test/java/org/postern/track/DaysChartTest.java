package org.postern.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postern.letter.DaysToPost;

class DaysChartTest {
    private static final DaysToPost QUICK = posted(7);
    private static final DaysToPost SLOW = posted(28);

    @Test
    void a_line_goes_from_week_to_week() {
        assertThat(new DaysChart(List.of(QUICK, SLOW)).line(50)).isEqualTo("M28 133h0L264 20");
    }

    @Test
    void a_week_without_any_posting_is_a_gap() {
        DaysChart chart = new DaysChart(List.of(QUICK, DaysToPost.NONE, SLOW));

        assertThat(chart.line(90)).isEqualTo("M28 133h0M264 20h0");
    }

    @Test
    void the_rules_are_whole_weeks_and_hold_every_line() {
        assertThat(new DaysChart(List.of(SLOW)).rules()).containsExactly(0, 7, 14, 21, 28);
        assertThat(new DaysChart(List.of(posted(29))).rules()).containsExactly(0, 14, 28, 42, 56);
        assertThat(new DaysChart(List.of()).rules()).containsExactly(0, 7, 14, 21, 28);
    }

    private static DaysToPost posted(int days) {
        return new DaysToPost(new TreeMap<>(Map.of(days, 1L)));
    }
}
