package org.postern.address;

import static org.assertj.core.api.Assertions.assertThat;

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
                        "г. Зареченск, Примерная область, 000000",
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
        assertThat(last(PostalLines.of(RUSSIAN, "RU", "ru"))).isEqualTo("г. Зареченск, Примерная область, 000000");
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
                        "34570 Silivri, İstanbul",
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
                .containsExactly("سپیده رستگار", "زندان نمونه", "خیابان آزادی", "تهران، 1234567890", "ایران / IRAN");
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
        assertThat(String.join(" ", lines)).contains("Wing C", "1 Gate Lane", "Leeds", "LS1 1AA");
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
    void names_are_romanised_by_their_language() {
        assertThat(Transliteration.latin("Щеглова Юлия, ул. Объездная", "ru"))
                .isEqualTo("Shcheglova Yuliya, ul. Obyezdnaya");
        assertThat(Transliteration.latin("Григорій Їжак", "uk")).isEqualTo("Hryhoriy Yizhak");
        assertThat(Transliteration.latin("Ганна Лугавая", "be")).isEqualTo("Hanna Luhavaya");
        assertThat(Transliteration.latin("Ayşe Öz", "tr")).isEqualTo("Ayse Oz");
        assertThat(PostalLines.of(RUSSIAN.latin(), "DE", "en").get(0)).isEqualTo("Vodolazov Arseniy Ilich, born 1999");
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
