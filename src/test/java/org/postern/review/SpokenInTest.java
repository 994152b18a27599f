package org.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sentences as people write them to prison. */
class SpokenInTest {
    private static final Map<String, List<String>> SAID = said();

    @Test
    void single_sentences_are_hardly_ever_taken_for_another_language() {
        Score score = new Score();
        SAID.forEach((language, sentences) -> sentences.forEach(sentence -> score.count(language, sentence)));
        score.print("single sentences");
        assertThat(score.wrong).isEmpty();
        assertThat(score.right).isGreaterThanOrEqualTo(score.all * 75 / 100);
    }

    @Test
    void letters_of_a_few_sentences_are_told_for_certain() {
        Random random = new Random(4);
        Score score = new Score();
        SAID.forEach((language, sentences) -> {
            for (int i = 0; i < 200; i++) {
                List<String> some = new ArrayList<>();
                for (int n = 3 + random.nextInt(4); n > 0; n--) {
                    some.add(sentences.get(random.nextInt(sentences.size())));
                }
                score.count(language, String.join(" ", some));
            }
        });
        score.print("letters of 3 to 6 sentences");
        assertThat(score.wrong).isEmpty();
        assertThat(score.right).isGreaterThanOrEqualTo(score.all * 98 / 100);
    }

    @Test
    void a_letter_in_a_language_stays_in_it_with_a_name_or_a_quotation_of_another() {
        assertThat(SpokenIn.language("Dear Вера Ильинична, I read your book and I hope that you have enough light."))
                .contains("en");
        assertThat(SpokenIn.language("Вчера слушал песню Let It Be и думал о тебе, как ты там одна."))
                .contains("ru");
    }

    @Test
    void it_is_not_sure_of_a_greeting_of_numbers_and_of_half_and_half() {
        assertThat(SpokenIn.language("Ok!")).isEmpty();
        assertThat(SpokenIn.language("12.05.2026, 18:30")).isEmpty();
        assertThat(SpokenIn.language("")).isEmpty();
        assertThat(SpokenIn.language("Anna Maria Luisa")).isEmpty();
        assertThat(SpokenIn.language("Как дела, друг мой? How are you doing today, friend?"))
                .isEmpty();
    }

    @Test
    void a_language_that_it_does_not_know_is_not_taken_for_one_that_it_knows() {
        assertThat(SpokenIn.language("Minden nap gondolok rád, és remélem, hogy jól vagy. Nálunk esik az eső."))
                .isEmpty();
        assertThat(SpokenIn.language("Hyvää huomenta! Täällä sataa lunta ja kissa nukkuu ikkunalla."))
                .isEmpty();
        assertThat(SpokenIn.language("გამარჯობა, როგორ ხარ?")).contains("ka");
        assertThat(SpokenIn.language("မင်္ဂလာပါ နေကောင်းလား")).contains("my");
    }

    private static final class Score {
        private int all;
        private int right;
        private final List<String> unsure = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();

        void count(String language, String text) {
            Optional<String> told = SpokenIn.language(text);
            all++;
            if (told.isEmpty()) {
                unsure.add(language + ": " + text);
            } else if (told.get().equals(language)) {
                right++;
            } else {
                wrong.add(language + " taken for " + told.get() + ": " + text);
            }
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "languages, %s: %d of %d right, %d unsure, %d wrong%n",
                    what,
                    right,
                    all,
                    unsure.size(),
                    wrong.size());
            unsure.stream().limit(20).forEach(each -> System.out.println("  unsure " + each));
        }
    }

    private static Map<String, List<String>> said() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(
                "en",
                List.of(
                        "How are you?",
                        "I think of you every day.",
                        "Yesterday we walked along the river and saw two herons.",
                        "My neighbour bakes bread on Sundays and the whole house smells of it.",
                        "Please write when you can.",
                        "It snowed here for the first time this winter.",
                        "You are not forgotten.",
                        "The garden is full of tomatoes, more than we could ever eat.",
                        "Do you like to read poems?",
                        "Happy birthday from all of us!"));
        all.put(
                "ru",
                List.of(
                        "Как вы там?",
                        "Мы о вас помним каждый день.",
                        "Вчера гуляли вдоль реки и видели двух цапель.",
                        "Соседка по воскресеньям печёт хлеб, и весь дом пахнет им.",
                        "Пишите, когда сможете.",
                        "У нас выпал первый снег этой зимы.",
                        "Вы не забыты.",
                        "В саду столько помидоров, что нам их не съесть.",
                        "Вы любите читать стихи?",
                        "С днём рождения от всех нас!"));
        all.put(
                "uk",
                List.of(
                        "Як ви там?",
                        "Ми пам'ятаємо про вас щодня.",
                        "Учора гуляли вздовж річки й бачили двох чапель.",
                        "Сусідка щонеділі пече хліб, і весь будинок ним пахне.",
                        "Пишіть, коли зможете.",
                        "У нас випав перший сніг цієї зими.",
                        "Вас не забули.",
                        "У саду стільки помідорів, що нам їх не з'їсти.",
                        "Чи любите ви читати вірші?",
                        "З днем народження від усіх нас!"));
        all.put(
                "be",
                List.of(
                        "Як вы там?",
                        "Мы пра вас памятаем кожны дзень.",
                        "Учора гулялі ўздоўж ракі і бачылі дзвюх чапляў.",
                        "Суседка па нядзелях пячэ хлеб, і ўвесь дом ім пахне.",
                        "Пішыце, калі зможаце.",
                        "У нас выпаў першы снег гэтай зімы.",
                        "Вас не забылі.",
                        "У садзе столькі памідораў, што нам іх не з'есці.",
                        "Ці любіце вы чытаць вершы?",
                        "З днём нараджэння ад усіх нас!"));
        all.put(
                "es",
                List.of(
                        "¿Cómo estás?",
                        "Pienso en ti todos los días.",
                        "Ayer paseamos por el río y vimos dos garzas.",
                        "Mi vecina hornea pan los domingos y toda la casa huele.",
                        "Escríbeme cuando puedas.",
                        "Aquí ha nevado por primera vez este invierno.",
                        "No te hemos olvidado.",
                        "El huerto está lleno de tomates, más de los que podemos comer.",
                        "¿Te gusta leer poemas?",
                        "¡Feliz cumpleaños de parte de todos!"));
        all.put(
                "fr",
                List.of(
                        "Comment vas-tu ?",
                        "Je pense à toi tous les jours.",
                        "Hier nous avons marché le long de la rivière et vu deux hérons.",
                        "Ma voisine fait du pain le dimanche et toute la maison en sent l’odeur.",
                        "Écris-moi quand tu peux.",
                        "Il a neigé ici pour la première fois de l’hiver.",
                        "Tu n’es pas oublié.",
                        "Le jardin est plein de tomates, plus que nous ne pourrons en manger.",
                        "Aimes-tu lire des poèmes ?",
                        "Bon anniversaire de nous tous !"));
        all.put(
                "de",
                List.of(
                        "Wie geht es dir?",
                        "Ich denke jeden Tag an dich.",
                        "Gestern sind wir am Fluss spazieren gegangen und haben zwei Reiher gesehen.",
                        "Meine Nachbarin backt sonntags Brot, und das ganze Haus riecht danach.",
                        "Schreib, wenn du kannst.",
                        "Hier hat es zum ersten Mal in diesem Winter geschneit.",
                        "Du bist nicht vergessen.",
                        "Der Garten ist voller Tomaten, mehr als wir essen können.",
                        "Liest du gern Gedichte?",
                        "Alles Gute zum Geburtstag von uns allen!"));
        all.put(
                "tr",
                List.of(
                        "Nasılsın?",
                        "Her gün seni düşünüyorum.",
                        "Dün nehir boyunca yürüdük ve iki balıkçıl gördük.",
                        "Komşum pazar günleri ekmek pişiriyor, bütün ev mis gibi kokuyor.",
                        "Yazabildiğin zaman yaz.",
                        "Buraya bu kış ilk kez kar yağdı.",
                        "Unutulmadın.",
                        "Bahçe domates dolu, yiyebileceğimizden çok daha fazla.",
                        "Şiir okumayı sever misin?",
                        "Hepimizden doğum günün kutlu olsun!"));
        all.put(
                "fa",
                List.of(
                        "حالت چطور است؟",
                        "هر روز به تو فکر می‌کنم.",
                        "دیروز کنار رودخانه قدم زدیم و دو حواصیل دیدیم.",
                        "همسایه‌ام یکشنبه‌ها نان می‌پزد و همهٔ خانه بوی آن را می‌گیرد.",
                        "هر وقت توانستی بنویس.",
                        "اینجا برای اولین بار در این زمستان برف بارید.",
                        "فراموش نشده‌ای.",
                        "باغ پر از گوجه‌فرنگی است، بیشتر از آنکه بتوانیم بخوریم.",
                        "شعر خواندن را دوست داری؟",
                        "تولدت مبارک از طرف همهٔ ما!"));
        all.put(
                "ar",
                List.of(
                        "كيف حالك؟",
                        "أفكر فيك كل يوم.",
                        "أمس مشينا على طول النهر ورأينا طائرين.",
                        "جارتي تخبز الخبز يوم الأحد ويفوح البيت كله برائحته.",
                        "اكتب لي عندما تستطيع.",
                        "تساقط الثلج هنا للمرة الأولى هذا الشتاء.",
                        "أنت لست منسيا.",
                        "الحديقة مليئة بالطماطم، أكثر مما يمكننا أن نأكل.",
                        "هل تحب قراءة الشعر؟",
                        "عيد ميلاد سعيد منا جميعا!"));
        return all;
    }
}
