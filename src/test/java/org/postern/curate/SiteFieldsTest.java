package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postern.directory.Objection;
import org.postern.site.PrintSite;
import org.postern.typeset.Calibration;
import org.postern.typeset.Envelope;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.Paper;
import org.postern.typeset.Typesetter;

/** What an organiser types of a print site: read, judged, written, and read again the same. */
class SiteFieldsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Typesetter TYPESETTER = Typesetter.withFonts(List.of(), null, Path.of("target/native"));

    private static Map<String, String> good() {
        Map<String, String> fields = new HashMap<>(SiteFields.none());
        fields.put("site-name", "Leipzig");
        fields.put("site-city", "Leipzig");
        fields.put("site-language", "de");
        fields.put("site-return-line", "Postfach 1, 04103 Leipzig");
        fields.put("site-routes", "BY no 2026-10-01\nRU yes 2026-11-03");
        fields.put("site-closed", "2026-12-24 we are closed");
        fields.put("stock-c6-c5-window", "yes");
        fields.put("stock-dl", "");
        return fields;
    }

    private static List<String> wrong(String field, String typed) {
        Map<String, String> fields = good();
        fields.put(field, typed);
        return SiteFields.objections(fields, TYPESETTER, false, TODAY).stream()
                .map(Objection::field)
                .toList();
    }

    @Test
    void a_choice_that_the_form_does_not_offer_is_an_objection() {
        assertThat(wrong("site-paper", "A0")).contains("site-paper");
        assertThat(wrong("site-return-address", "MARS")).contains("site-return-address");
    }

    @Test
    void what_was_typed_is_what_the_form_shows_again() {
        Map<String, String> fields = good();
        assertThat(SiteFields.objections(fields, TYPESETTER, false, TODAY)).isEmpty();
        PrintSite site = new PrintSite("x", "x", "DE", "en", ZoneId.of("UTC"), null);
        SiteFields.onto(site, fields, TODAY);

        assertThat(SiteFields.of(site)).isEqualTo(fields);
        assertThat(site.serves("RU")).isTrue();
        assertThat(site.serves("BY")).isFalse();
        assertThat(site.routes()).containsKey("BY");
        assertThat(site.stock()).isEqualTo(Set.of("c6", "dl-window", "c6-c5-window"));
        assertThat(site.isClosedOn(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(site.isClosedOn(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(site.isClosedOn(LocalDate.of(2026, 12, 28))).isFalse();
    }

    @Test
    void each_field_that_is_wrong_is_named() {
        assertThat(wrong("site-name", "")).containsExactly("site-name");
        assertThat(wrong("site-country", "Germany")).containsExactly("site-country");
        assertThat(wrong("site-zone", "Mars/Olympus")).containsExactly("site-zone");
        assertThat(wrong("site-gsm", "thick")).containsExactly("site-gsm");
        assertThat(wrong("site-stationery", "us10")).containsExactly("site-stationery");
        assertThat(wrong("site-stationery", "none-such")).containsExactly("site-stationery");
        assertThat(wrong("site-routes", "RU yes 2026-11-03\nRU perhaps 2026-11-03"))
                .containsExactly("site-routes");
        assertThat(wrong("site-routes", "RU yes 2027-11-03")).containsExactly("site-routes");
        assertThat(wrong("site-closed", "2026-02-30 never")).containsExactly("site-closed");
        assertThat(SiteFields.objections(good(), TYPESETTER, true, TODAY))
                .singleElement()
                .matches(objection -> objection.field().equals("site-name"));
        assertThat(SiteFields.objections(broken("site-closed", "\n\nno day"), TYPESETTER, false, TODAY)
                        .get(0)
                        .arguments())
                .containsExactly(3);
    }

    private static Map<String, String> broken(String field, String typed) {
        Map<String, String> fields = good();
        fields.put(field, typed);
        return fields;
    }

    @Test
    void holidays_move_with_easter_and_with_the_weeks() {
        PrintSite london = new PrintSite("x", "x", "GB", "en", ZoneId.of("UTC"), null);
        PrintSite tbilisi = new PrintSite("x", "x", "GE", "ka", ZoneId.of("UTC"), null);
        PrintSite boston = new PrintSite("x", "x", "US", "en", ZoneId.of("UTC"), null);

        assertThat(london.isClosedOn(LocalDate.of(2026, 4, 3)))
                .as("Good Friday")
                .isTrue();
        assertThat(london.isClosedOn(LocalDate.of(2027, 3, 29)))
                .as("Easter Monday")
                .isTrue();
        assertThat(london.isClosedOn(LocalDate.of(2026, 8, 31)))
                .as("the last Monday of August")
                .isTrue();
        assertThat(london.isClosedOn(LocalDate.of(2026, 8, 24))).isFalse();
        assertThat(tbilisi.isClosedOn(LocalDate.of(2026, 4, 13)))
                .as("Orthodox Easter Monday")
                .isTrue();
        assertThat(boston.isClosedOn(LocalDate.of(2026, 11, 26)))
                .as("Thanksgiving")
                .isTrue();
        assertThat(boston.paper()).isEqualTo(Paper.LETTER);
        assertThat(boston.stationery()).isEqualTo("us10");
    }

    private static Measures measures(List<String> names, String... typed) {
        Map<String, String> fields = Measures.empty(names);
        for (int i = 0; i < typed.length; i++) {
            fields.put(names.get(i), typed[i]);
        }
        return new Measures(fields);
    }

    @Test
    void an_envelope_of_ones_own_is_read_with_commas_too_and_its_window_must_lie_on_it() {
        Measures good = measures(Measures.ENVELOPE, "Grey", "230", "115,5", "20", "16", "90", "45", "105 210");
        assertThat(good.envelope()).isEqualTo(new Envelope("Grey", 230, 115.5, 20, 16, 90, 45, List.of(105d, 210d)));
        assertThat(good.objections()).isEmpty();

        Measures closed = measures(Measures.ENVELOPE, "Brown", "230", "115");
        assertThat(closed.envelope().hasWindow()).isFalse();
        assertThat(closed.objections()).isEmpty();

        Measures outside = measures(Measures.ENVELOPE, "Grey", "230", "115", "200", "16", "90", "45");
        outside.envelope();
        assertThat(outside.objections()).extracting(Objection::key).containsExactly("curate.fault.window-outside");

        Measures half = measures(Measures.ENVELOPE, "Grey", "230", "115", "20", "16", "90", "");
        half.envelope();
        assertThat(half.objections()).extracting(Objection::key).containsExactly("curate.fault.window");

        Measures words = measures(Measures.ENVELOPE, "Grey", "wide", "115");
        words.envelope();
        assertThat(words.objections()).extracting(Objection::field).containsExactly("width");
    }

    @Test
    void labels_of_ones_own_must_be_possible() {
        Measures good = measures(Measures.LABELS, "Ours", "A4", "3", "7", "63.5", "38.1", "7.5", "15.5", "66", "38.1");
        assertThat(good.labels())
                .isEqualTo(new LabelFormat("own Ours", "Ours", Paper.A4, 3, 7, 63.5, 38.1, 7.5, 15.5, 66, 38.1));
        assertThat(good.objections()).isEmpty();

        Measures overlap =
                measures(Measures.LABELS, "Ours", "A4", "3", "7", "63.5", "38.1", "7.5", "15.5", "60", "38.1");
        overlap.labels();
        assertThat(overlap.objections()).extracting(Objection::key).containsExactly("curate.fault.labels");
    }

    @Test
    void six_crosses_or_none_and_nothing_unlikely() {
        Map<String, String> fields = new HashMap<>(Measures.empty(Measures.CROSSES));
        fields.putAll(
                Map.of("offset-x", "0,5", "offset-y", "-1", "scale-x", "99.5", "scale-y", "100", "rotation", "0"));
        assertThat(new Measures(fields).calibration(Paper.A4)).isEqualTo(new Calibration(0.5, -1, 99.5, 100, 0));

        List<String> moved = List.of("21", "19.5", "191", "19.5", "21", "276.5");
        for (int i = 0; i < 6; i++) {
            fields.put(Measures.CROSSES.get(i), moved.get(i));
        }
        assertThat(new Measures(fields).calibration(Paper.A4)).isEqualTo(new Calibration(1, -0.5, 100, 100, 0));

        fields.put("cross-cy", "");
        Measures five = new Measures(fields);
        five.calibration(Paper.A4);
        assertThat(five.objections()).extracting(Objection::field).containsExactly("cross-cy");

        fields.put("cross-cy", "200");
        Measures unlikely = new Measures(fields);
        unlikely.calibration(Paper.A4);
        assertThat(unlikely.objections()).extracting(Objection::key).containsExactly("curate.fault.unlikely");
    }
}
