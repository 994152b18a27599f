package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postern.directory.Objection;
import org.postern.web.Forms;

class EditedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void what_somebody_else_stored_in_a_field_that_i_left_alone_is_kept() {
        Edited edited = Edited.of(
                Forms.of("name", "ИК-97", "was-name", "ИК-97", "town", "Сосны", "was-town", "Сосна"),
                stored("ИК-98", "Сосна"));
        assertThat(edited.isGood()).isTrue();
        assertThat(edited.get("name")).isEqualTo("ИК-98");
        assertThat(edited.get("town")).isEqualTo("Сосны");
        assertThat(edited.changes()).containsExactly("town");
    }

    @Test
    void a_field_that_two_typed_over_shows_both_and_is_saved_only_when_sent_again() {
        Edited edited = Edited.of(
                Forms.of("name", "ИК-96", "was-name", "ИК-97", "town", "Сосна", "was-town", "Сосна"),
                stored("ИК-98", "Сосна"));
        assertThat(edited.isGood()).isFalse();
        assertThat(edited.get("name")).isEqualTo("ИК-96");
        assertThat(edited.theirs("name")).isEqualTo("ИК-98");
        Edited again = Edited.of(
                Forms.of("name", edited.get("name"), "was-name", edited.was("name")), stored("ИК-98", "Сосна"));
        assertThat(again.isGood()).isTrue();
        assertThat(again.get("name")).isEqualTo("ИК-96");
    }

    @Test
    void two_who_typed_the_same_have_no_quarrel() {
        assertThat(Edited.of(Forms.of("name", "ИК-98", "was-name", "ИК-97"), stored("ИК-98", "Сосна"))
                        .isGood())
                .isTrue();
    }

    @Test
    void everything_wrong_in_a_person_is_said_at_once_a_field_each() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "family", "", "given", "", "latin-family", "V", "latin-given", "", "language", "Russian", "lead", ""));
        fields.putAll(Map.of("gender", "SHE", "birth", "14.4.1991", "reads", "ru, english", "number", "1".repeat(41)));
        fields.putAll(Map.of("agreed-by", "her sister", "agreed-on", "2027-01-01", "agreed-source", ""));
        List<Objection> found = PersonFields.objections(fields, true, TODAY);
        assertThat(found)
                .extracting(Objection::field)
                .containsExactlyInAnyOrder(
                        "family", "language", "lead", "birth", "reads", "number", "agreed-on", "agreed-source");
        fields.putAll(Map.of("agreed-by", "", "agreed-on", "", "agreed-source", ""));
        assertThat(PersonFields.objections(fields, false, TODAY))
                .as("nobody sees a hidden person")
                .extracting(Objection::field)
                .doesNotContain("agreed-by", "agreed-on", "agreed-source");
    }

    @Test
    void a_day_of_checking_lies_not_in_the_future() {
        Map<String, String> fields = new LinkedHashMap<>();
        List.of(
                        "name",
                        "street",
                        "town",
                        "region",
                        "postcode",
                        "latin-name",
                        "latin-street",
                        "latin-town",
                        "latin-region")
                .forEach(field -> fields.put(field, "x"));
        fields.putAll(Map.of("language", "ru", "checked-on", "2026-11-23", "source", "a call"));
        assertThat(PlaceFields.objections(fields, TODAY))
                .extracting(Objection::field)
                .containsExactly("checked-on");
        fields.put("checked-on", "2026-11-22");
        assertThat(PlaceFields.objections(fields, TODAY)).isEmpty();
    }

    private static Map<String, String> stored(String name, String town) {
        Map<String, String> stored = new LinkedHashMap<>();
        stored.put("name", name);
        stored.put("town", town);
        return stored;
    }
}
