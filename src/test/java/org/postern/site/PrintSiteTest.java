package org.postern.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintSiteTest {
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final PrintSite site =
            new PrintSite("Berlin", "Berlin", "DE", "de", ZoneId.of("Europe/Berlin"), "PO box 7");

    private Instant after(String day, String hour) {
        return site.afterPost(Instant.parse(day + "T" + hour + ":00Z"), TWO_DAYS);
    }

    @Test
    void a_day_without_post_is_not_counted() {
        assertThat(after("2026-11-17", "10:00")).as("Tuesday").isEqualTo(Instant.parse("2026-11-19T10:00:00Z"));
        assertThat(after("2026-11-20", "10:00"))
                .as("Friday, a Sunday between")
                .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(after("2026-12-23", "10:00"))
                .as("two holidays and the Sunday after them")
                .isEqualTo(Instant.parse("2026-12-28T10:00:00Z"));
        site.isClosedOn(Map.of(LocalDate.of(2026, 11, 18), "stocktaking"));
        assertThat(after("2026-11-17", "10:00")).as("its own day").isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void a_senders_address_stands_where_it_may_and_a_window_needs_a_sheet_that_has_one() {
        assertThat(site.senderOn(Family.WINDOW)).isEqualTo("PO box 7");
        site.answersTo("PO box 7", ReturnAddress.ENVELOPE);
        assertThat(site.senderOn(Family.WINDOW)).isNull();
        assertThat(site.senderOn(Family.POSTCARD)).isNull();
        assertThat(site.senderOn(Family.PLAIN)).isEqualTo("PO box 7");
        site.printsOn(site.paper(), 80, "plain");
        assertThat(site.senderOn(Family.WINDOW)).as("printed as a plain one").isEqualTo("PO box 7");
        site.answersTo("PO box 7", ReturnAddress.NONE);
        assertThat(site.senderOn(Family.PLAIN)).isNull();
    }
}
