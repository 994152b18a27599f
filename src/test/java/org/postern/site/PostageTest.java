package org.postern.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postern.typeset.Paper;
import org.postern.typeset.Stock;

class PostageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final PrintSite site = new PrintSite("x", "x", "DE", "de", ZoneId.of("UTC"), null);

    private static PostageSteps steps(String typed, String currency) {
        return PostageSteps.read(typed, currency).steps().orElseThrow();
    }

    private void prices(String name, Set<String> to, String typed, LocalDate from, @Nullable LocalDate until) {
        site.addPostage().says(name, to, steps(typed, "EUR"), from, until, "a test");
    }

    private long price(String country, double grams, LocalDate day) {
        return site.postageTo(country, day)
                .orElseThrow()
                .stampFor(grams)
                .orElseThrow()
                .price();
    }

    @Test
    void a_letter_of_one_sheet_in_dl_weighs_ten_grams_and_of_three_just_under_twenty() {
        double dl = Stock.envelope("dl").orElseThrow().grams();

        assertThat(Weight.of(1, Paper.A4, 80, dl, 0)).isCloseTo(9.99, within(0.01));
        assertThat(Weight.of(3, Paper.A4, 80, dl, 0)).isCloseTo(19.97, within(0.01));
        assertThat(Weight.of(1, Paper.A4, 80, dl, 7)).isCloseTo(16.99, within(0.01));
    }

    @Test
    void every_envelope_weighs_something() {
        assertThat(Stock.envelopes()).allMatch(one -> one.grams() > 1 && one.grams() < 40);
        assertThat(Stock.envelope("c4").orElseThrow().grams()).isEqualTo(25);
        assertThat(Stock.envelope("c5").orElseThrow().grams())
                .as("worked out, between DL and C4")
                .isBetween(6d, 12d);
    }

    @Test
    void the_cheapest_stamp_that_is_enough_and_none_beyond_the_last_step() {
        prices("all", Set.of("*"), "20 1.25\n50 1.80", TODAY, null);
        PostageTable table = site.postageTo("GE", TODAY).orElseThrow();

        assertThat(table.stampFor(19.9)).contains(new Stamp(20, 125, "EUR"));
        assertThat(table.stampFor(20)).contains(new Stamp(20, 125, "EUR"));
        assertThat(table.stampFor(20.1)).contains(new Stamp(50, 180, "EUR"));
        assertThat(table.stampFor(50.1)).isEmpty();
    }

    @Test
    void a_table_that_names_the_country_goes_before_one_for_all_and_the_newest_before_older_ones() {
        prices("abroad", Set.of("*"), "20 1.25", TODAY.minusYears(1), null);
        prices("neighbours", Set.of("PL", "CZ"), "20 1.10", TODAY.minusYears(1), null);
        prices("abroad, new", Set.of("*"), "20 1.35", TODAY.plusDays(1), null);

        assertThat(price("PL", 10, TODAY)).isEqualTo(110);
        assertThat(price("GE", 10, TODAY)).isEqualTo(125);
        assertThat(price("GE", 10, TODAY.plusDays(1))).isEqualTo(135);
        assertThat(price("PL", 10, TODAY.plusDays(1))).isEqualTo(110);
    }

    @Test
    void outside_its_days_there_is_no_price_at_all() {
        prices("abroad", Set.of("*"), "20 1.25", TODAY, TODAY.plusDays(1));

        assertThat(site.postageTo("GE", TODAY.minusDays(1))).isEmpty();
        assertThat(site.postageTo("GE", TODAY.plusDays(1))).isPresent();
        assertThat(site.postageTo("GE", TODAY.plusDays(2))).isEmpty();
        assertThatThrownBy(() -> prices("wrong", Set.of("*"), "20 1", TODAY, TODAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void steps_are_read_as_people_type_them_and_told_the_line_that_is_wrong() {
        assertThat(steps("20 1,25\n\n 50  1.8 ", "EUR").typed()).isEqualTo("20 1.25\n50 1.80");
        assertThat(steps("25 110", "JPY").stamps()).containsExactly(new Stamp(25, 110, "JPY"));
        for (String wrong : new String[] {
            "20", "1.25 20 g", "20 0", "20 1.255", "50 1.8\n20 1.25", "20 1.25\n50 1.10", "20 1.25\n20 1.30"
        }) {
            PostageSteps.Read read = PostageSteps.read(wrong, "EUR");
            assertThat(read.steps()).as(wrong).isEmpty();
            assertThat(read.wrongLine()).as(wrong).isEqualTo((int) wrong.lines().count());
        }
        assertThat(PostageSteps.read("25 110.5", "JPY").wrongLine()).isEqualTo(1);
        assertThat(PostageSteps.read(" \n", "EUR").wrongLine()).isZero();
    }

    @Test
    void money_is_written_alike_in_every_zone_and_default_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR"));
            assertThat(new Stamp(20, 125, "EUR").text(Locale.ENGLISH)).isEqualTo("€1.25");
            assertThat(Stamp.money(1_234, "JPY", Locale.ENGLISH)).isEqualTo("¥1,234");
        } finally {
            Locale.setDefault(before);
        }
    }
}
