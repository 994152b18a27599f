package org.postern.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PostalLinesTest {
    private static final PostalAddress RUSSIAN = new PostalAddress(
            "Водолазов Арсений Ильич",
            "1999",
            null,
            "ФКУ СИЗО-9",
            null,
            "ул. Заречная, д. 1",
            "г. Зареченск",
            "Примерная область",
            "000000",
            "RU",
            "ru");

    @Test
    void a_russian_address_has_the_year_of_birth_and_both_names_of_the_country() {
        assertThat(PostalLines.of(RUSSIAN, "DE", "en"))
                .containsExactly(
                        "Водолазов Арсений Ильич, 1999 г. р.",
                        "ФКУ СИЗО-9",
                        "ул. Заречная, д. 1",
                        "г. Зареченск, Примерная область",
                        "000000",
                        "РОССИЯ / RUSSIA");
    }

    @Test
    void a_day_of_birth_is_written_as_the_place_writes_it() {
        PostalAddress to = new PostalAddress(
                "Водолазов Арсений", "1991-04-14", null, "СИЗО-9", null, null, null, null, null, "RU", "ru");
        assertThat(PostalLines.of(to, "DE", "en").get(0)).isEqualTo("Водолазов Арсений, 14.04.1991 г. р.");
        assertThat(PostalLines.of(to.latin(), "DE", "en").get(0)).endsWith(", born 1991-04-14");
    }

    @Test
    void the_country_is_named_for_the_post_that_sends_the_letter() {
        assertThat(last(PostalLines.of(RUSSIAN, "DE", "de"))).isEqualTo("РОССИЯ / RUSSLAND");
        assertThat(last(PostalLines.of(RUSSIAN, "KZ", "ru"))).isEqualTo("РОССИЯ / RUSSIA");
        assertThat(last(PostalLines.of(RUSSIAN.latin(), "FR", "fr"))).isEqualTo("RUSSIE");
        assertThat(last(PostalLines.of(american(), "RU", "ru"))).isEqualTo("СОЕДИНЕННЫЕ ШТАТЫ / UNITED STATES");
        assertThat(last(PostalLines.of(american(), "DE", "qaa"))).isEqualTo("UNITED STATES");
    }

    @Test
    void at_home_there_is_no_country() {
        assertThat(PostalLines.of(RUSSIAN, "RU", "ru"))
                .endsWith("г. Зареченск", "Примерная область", "000000")
                .hasSize(PostalLines.MOST);
    }

    @Test
    void an_american_address_has_the_number_and_the_code_behind_the_state() {
        assertThat(PostalLines.of(american(), "GB", "en"))
                .containsExactly(
                        "John Q. Public, #A-12345",
                        "Sample Unit",
                        "1 Prison Rd",
                        "HUNTSVILLE, TX 77320",
                        "UNITED STATES");
    }

    @Test
    void turkey_writes_the_code_first() {
        var turkish = new PostalAddress(
                "Ayşe Deniz",
                "1980",
                null,
                "Örnek Kapalı Cezaevi",
                "B-7",
                "Çınar Cad. 1",
                "Silivri",
                "İstanbul",
                "34570",
                "TR",
                "tr");

        assertThat(PostalLines.of(turkish, "DE", "de"))
                .containsExactly(
                        "Ayşe Deniz",
                        "Örnek Kapalı Cezaevi",
                        "B-7",
                        "Çınar Cad. 1",
                        "34570 SİLİVRİ/İstanbul",
                        "TÜRKEI");
    }

    @Test
    void an_iranian_address_keeps_its_commas_and_names_the_country_twice() {
        var persian = new PostalAddress(
                "سپیده رستگار",
                "1369",
                null,
                "زندان نمونه",
                null,
                "خیابان آزادی",
                "تهران",
                null,
                "1234567890",
                "IR",
                "fa");

        assertThat(PostalLines.of(persian, "GB", "en"))
                .containsExactly("سپیده رستگار", "زندان نمونه", "تهران", "خیابان آزادی", "1234567890", "ایران / IRAN");
    }

    @Test
    void other_countries_and_burmese_have_a_sensible_order() {
        var burmese = new PostalAddress(
                "အောင်မင်း", null, null, "အင်းစိန်", null, null, "ရန်ကုန်", null, "11011", "MM", "my");

        assertThat(PostalLines.of(burmese, "GB", "en"))
                .containsExactly("အောင်မင်း", "အင်းစိန်", "ရန်ကုန်, 11011", "မြန်မာ / MYANMAR");
    }

    @Test
    void never_more_than_six_lines_and_nothing_lost() {
        var british = new PostalAddress(
                "Jane Roe",
                null,
                "A1234AB",
                "HMP Example",
                "Wing C",
                "1 Gate Lane",
                "Leeds",
                "West Yorkshire",
                "LS1 1AA",
                "GB",
                "en");

        List<String> lines = PostalLines.of(british, "DE", "en");
        assertThat(lines).hasSize(PostalLines.MOST);
        assertThat(lines.get(0)).isEqualTo("Jane Roe, A1234AB");
        assertThat(last(lines)).isEqualTo("UNITED KINGDOM");
        assertThat(String.join(" ", lines)).contains("Wing C", "1 Gate Lane", "LEEDS", "LS1 1AA");
    }

    @Test
    void the_machines_own_language_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(last(PostalLines.of(american(), "DE", "en"))).isEqualTo("UNITED STATES");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_latin_variant_is_for_a_post_that_reads_no_other_letters() {
        assertThat(PostalLines.of(RUSSIAN.latin(), "DE", "en"))
                .containsExactly(
                        "Vodolazov Arseniy Ilich, born 1999",
                        "FKU SIZO-9",
                        "ul. Zarechnaya, d. 1",
                        "G. ZARECHENSK, Primernaya oblast",
                        "000000",
                        "RUSSIA");
    }

    @Test
    void what_runs_down_to_the_person_at_home_runs_up_to_the_country_from_abroad() {
        var kazakh = new PostalAddress(
                "Ақын Әли",
                "1987",
                null,
                "Мекеме 1",
                null,
                "Абай к-сі 1",
                "Қостанай",
                "Қостанай обл.",
                "110000",
                "KZ",
                "kk");
        assertThat(PostalLines.of(kazakh, "KZ", "kk"))
                .containsExactly(
                        "110000", "Қостанай обл.", "Қостанай", "Абай к-сі 1", "Мекеме 1", "Ақын Әли, 1987 ж. т.");
        assertThat(PostalLines.of(kazakh, "GB", "en"))
                .containsExactly(
                        "Ақын Әли, 1987 ж. т.",
                        "Мекеме 1",
                        "Абай к-сі 1",
                        "Қостанай, Қостанай обл.",
                        "110000",
                        "ҚАЗАҚСТАН / KAZAKHSTAN");

        var chinese = new PostalAddress("李明", null, "3101", "示例监狱", null, "示例路1号", "示例市", "江苏省", "210000", "CN", "zh");
        assertThat(PostalLines.of(chinese, "CN", "zh"))
                .containsExactly("210000", "江苏省示例市", "示例路1号", "示例监狱", "李明, 3101");
        assertThat(PostalLines.of(chinese, "DE", "de"))
                .containsExactly("李明, 3101", "示例监狱", "示例路1号", "示例市", "江苏省, 210000", "中国 / CHINA");
    }

    @Test
    void the_person_stands_first_where_firms_stand_above_their_people() {
        var belarusian = new PostalAddress(
                "Іваноў Іван",
                "1990",
                null,
                "ПК-1",
                "атрад 5",
                "вул. Прыкладная, 1",
                "Прыклад",
                "Мінская вобл.",
                "220000",
                "BY",
                "be");
        assertThat(PostalLines.of(belarusian, "PL", "en"))
                .containsExactly(
                        "Іваноў Іван, 1990 г. н.",
                        "ПК-1",
                        "атрад 5",
                        "вул. Прыкладная, 1",
                        "220000, Прыклад, Мінская вобл.",
                        "БЕЛАРУСЬ / BELARUS");
    }

    @Test
    void what_the_facts_have_no_place_for_is_not_lost() {
        var emirati = new PostalAddress(
                "A. Mansoor", null, null, "Example Prison", null, null, "Abu Dhabi", null, null, "AE", "en");
        assertThat(PostalLines.of(emirati, "GB", "en"))
                .containsExactly("A. Mansoor", "Example Prison", "Abu Dhabi", "UNITED ARAB EMIRATES");
        var eritrean = new PostalAddress(
                "Dawit Isaak", null, null, "Example Prison", null, null, "Asmara", "Maekel", "101", "ER", "en");
        assertThat(PostalLines.of(eritrean, "GB", "en")).contains("ASMARA, Maekel, 101");
        var singaporean = new PostalAddress(
                "Jane Doe", null, null, "Changi", null, "1 Road", "Singapore", null, "498833", "SG", "en");
        assertThat(PostalLines.of(singaporean, "GB", "en"))
                .containsExactly("Jane Doe", "Changi", "1 Road", "SINGAPORE 498833", "SINGAPORE");
    }

    @Test
    void a_code_has_its_country_before_it_once() {
        for (String code : List.of("8000", "CH-8000")) {
            var swiss = new PostalAddress(
                    "Jane Doe", null, null, "Gefängnis", null, null, "Zürich", "ZH", code, "CH", "de");
            assertThat(PostalLines.of(swiss, "CH", "de")).endsWith("CH-8000 Zürich");
            assertThat(PostalLines.of(swiss, "DE", "de")).endsWith("CH-8000 Zürich", "SCHWEIZ");
        }
    }

    @Test
    void a_narrow_window_joins_lines_and_keeps_the_person_alone() {
        PostalAddress to = american();
        assertThat(PostalLines.of(to, "GB", "en", 4))
                .containsExactly(
                        "John Q. Public, #A-12345",
                        "Sample Unit, 1 Prison Rd",
                        "HUNTSVILLE, TX 77320",
                        "UNITED STATES");
        assertThat(PostalLines.of(to, "GB", "en", 3))
                .containsExactly(
                        "John Q. Public, #A-12345", "Sample Unit, 1 Prison Rd, HUNTSVILLE, TX 77320", "UNITED STATES");
        assertThatThrownBy(() -> PostalLines.of(to, "GB", "en", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_region_that_would_not_fit_beside_the_town_goes_where_the_code_names_it() {
        var far = new PostalAddress(
                "Водолазов Арсений",
                "1999",
                null,
                "ИК-18",
                null,
                "ул. Гагарина, д. 1",
                "пос. Харп, Приуральский район",
                "Ямало-Ненецкий автономный округ",
                "629420",
                "RU",
                "ru");
        assertThat(PostalLines.of(far, "DE", "en"))
                .containsExactly(
                        "Водолазов Арсений, 1999 г. р.",
                        "ИК-18",
                        "ул. Гагарина, д. 1",
                        "пос. Харп, Приуральский район",
                        "629420",
                        "РОССИЯ / RUSSIA");
    }

    @Test
    void a_number_between_arabic_letters_keeps_its_order() {
        var numbered = new PostalAddress(
                "سپیده رستگار", null, "12-34/A", "زندان نمونه", null, null, "تهران", null, null, "IR", "fa");

        assertThat(PostalLines.of(numbered, "GB", "en").get(0)).isEqualTo("سپیده رستگار، \u206612-34/A\u2069");
        assertThat(PostalLines.of(american(), "GB", "en").get(0)).doesNotContain("\u2066");
    }

    @Test
    void every_country_has_its_line_and_no_address_is_longer_than_six() {
        for (String country : Locale.getISOCountries()) {
            var full = new PostalAddress(
                    "Jane Doe", "1980", "7-1", "House", "Unit", "Street", "Town", "Region", "12345", country, "en");
            List<String> lines = PostalLines.of(full, "ZZ", "en");
            assertThat(lines.size()).as(country).isBetween(4, PostalLines.MOST);
            assertThat(lines.get(0)).as(country).startsWith("Jane Doe");
            assertThat(last(lines)).as(country).matches("[^a-z(]+").isNotEqualTo(country);
            assertThat(String.join(" ", lines))
                    .as(country)
                    .contains("House", "Unit", "Street")
                    .containsIgnoringCase("town")
                    .contains("12345");
        }
    }

    private static PostalAddress american() {
        return new PostalAddress(
                "John Q. Public",
                "1970",
                "A-12345",
                "Sample Unit",
                null,
                "1 Prison Rd",
                "Huntsville",
                "TX",
                "77320",
                "us",
                "en");
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }
}
