package org.postern.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            ru, Щеглова Юлия; ул. Объездная, Shcheglova Yuliya; ul. Obyezdnaya
            be, Ганна Лугавая, Hanna Luhavaya
            kk, Қайрат Әбенов, Qairat Abenov
            sr, Ђорђе Његош, Dorde Njegos
            bg, Щерю Ъглов, Shteryu Uglov
            el, Γιώργος Παπαδόπουλος, Giorgos Papadopoulos
            ka, ნიკა გვარამია, Nika Gvaramia
            hy, Արմեն Գրիգորյան, Armen Grigoryan
            tt, Равил Әхмәтов, Ravil Akhmatov
            tg, Файзинисо Воҳидова; Қурғонтеппа, Fayziniso Vohidova; Qurghonteppa
            tr, Ayşe Öz, Ayse Oz
            zh, 刘晓波, Liu Xiao Bo
            ko, 김정수, Gimjeongsu
            """)
    void names_are_romanised_by_their_language(String language, String name, String latin) {
        assertThat(Transliteration.latin(name, language)).isEqualTo(latin);
    }

    /** Examples of the resolution itself. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            Згорани, Zghorany
            Розгон, Rozghon
            Єнакієве, Yenakiieve
            Їжакевич, Yizhakevych
            Кадиївка, Kadyivka
            Мар'їне, Marine
            Мар’їне, Marine
            Йосипівка, Yosypivka
            Стрий, Stryi
            Щербухи, Shcherbukhy
            Гоща, Hoshcha
            Юрій, Yurii
            Крюківка, Kriukivka
            Яготин, Yahotyn
            Костянтин, Kostiantyn
            Знам'янка, Znamianka
            Ґалаґан, Galagan
            Русь, Rus
            ЩЕРБАНЬ ЮЛІЯ, SHCHERBAN YULIIA
            вул. Січових Стрільців, vul. Sichovykh Striltsiv
            """)
    void ukrainian_follows_the_resolution_of_2010(String name, String latin) {
        assertThat(Transliteration.latin(name, "uk")).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({"fa,سپیده رستگار", "ar,علاء عبد الفتاح", "ps,مطیع الله", "he,שלום כהן", "am,አንዷለም አራጌ", "my,အောင်မင်း"})
    void other_scripts_give_letters_that_every_post_reads(String language, String name) {
        assertThat(Transliteration.latin(name, language)).matches("[A-Za-z .-]+");
    }

    @ParameterizedTest
    @CsvSource({"ja,東京都", "ur,احمد", "km,ភ្នំពេញ", "bo,བོད"})
    void a_language_without_a_rule_keeps_its_letters(String language, String name) {
        assertThat(Transliteration.latin(name, language)).isEqualTo(name);
    }

    @Test
    void each_rule_of_the_table_is_there_and_none_goes_by_cyrillic_alone() {
        Set<String> silent = new TreeSet<>();
        Transliteration.RULES.keySet().forEach(language -> {
            if (!Transliteration.latin("Ж", language).matches("[A-Za-z]+")) {
                silent.add(language);
            }
        });
        assertThat(silent).isEmpty();
        assertThat(Transliteration.RULES).doesNotContainValue("Cyrillic-Latin");
    }
}
