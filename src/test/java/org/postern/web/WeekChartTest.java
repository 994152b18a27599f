package org.postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.web.WeekChart.Week;

class WeekChartTest {
    @Test
    void the_scale_ends_on_a_round_number_above_every_bar() {
        assertThat(new WeekChart(List.of(new Week("a", 151, 163))).rules()).containsExactly(0L, 50L, 100L, 150L, 200L);
        assertThat(new WeekChart(List.of(new Week("a", 3, 1))).top()).isEqualTo(4);
        assertThat(new WeekChart(List.of()).top()).isEqualTo(4);
    }

    @Test
    void a_year_of_bars_stays_inside_the_drawing() {
        WeekChart year = new WeekChart(IntStream.range(0, 52)
                .mapToObj(week -> new Week("w" + week, week, week))
                .toList());
        assertThat(year.x(51) + year.slot()).isLessThanOrEqualTo(720);
        assertThat(year.y(year.top())).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 26, 52})
    void the_running_week_is_named_and_no_name_is_cut_or_touches_another(int count) {
        int longest = 60; // "16 сент. г." in 12 units' type
        WeekChart chart = new WeekChart(IntStream.range(0, count)
                .mapToObj(week -> new Week("w" + week, week, week))
                .toList());

        assertThat(chart.isNamed(count - 1)).isTrue();
        int free = 0;
        for (int week = 0; week < count; week++) {
            if (chart.isNamed(week)) {
                int left = chart.nameX(week) - (chart.nameAnchor(week).equals("end") ? longest : longest / 2);
                assertThat(left).as("left of week %d", week).isGreaterThanOrEqualTo(free);
                free = left + longest;
            }
        }
        assertThat(free).isLessThanOrEqualTo(720);
    }
}
