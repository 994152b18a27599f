package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.TestSettings;
import org.postern.directory.Facility;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Doubt;
import org.postern.directory.Recipient.Fate;
import org.postern.directory.RulePacks;
import org.postern.letter.Act;
import org.postern.letter.Actor;
import org.postern.letter.AddressTasks;
import org.postern.letter.AddressTasks.Why;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.TestHolds;
import org.postern.letter.TestLetters;
import org.postern.letter.Touched;
import org.postern.letter.Unprinted;
import org.postern.letter.WaysOut;
import org.postern.letter.WaysOut.Missing;
import org.postern.letter.WaysOut.Way;
import org.postern.print.TestPrinter;
import org.postern.site.PrintSite;
import org.postern.site.ReturnAddress;
import org.postern.site.Route;
import org.postern.staff.Audit;
import org.postern.staff.Staff;
import org.postern.web.Forms;

/** What an organiser is told before a deed, and that it is what happens; each test tends another person. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class AddressTruthTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final long PRINTER = 5;

    private final DemoHouse house;
    private final TestDatabase db;

    AddressTruthTest(TestDatabase db) {
        this.db = db;
        this.house = DemoHouse.of(db);
    }

    @BeforeEach
    void seeded() {
        house.seed("true");
    }

    private Unprinted unprinted() {
        return new Unprinted(
                house.letters, house.batches, house.batchLines, TestHolds.on(db, house.letters, DemoHouse.PAGES));
    }

    private Audit audit() {
        return new Audit(db.entityManager(), DemoHouse.CLOCK);
    }

    private TendPerson tend() {
        return new TendPerson(house.people, unprinted(), audit(), olena(), TestSettings.of(), DemoHouse.CLOCK);
    }

    private TendPlace tendPlace() {
        return new TendPlace(house.people, unprinted(), audit(), olena(), TestSettings.of(), DemoHouse.CLOCK);
    }

    private TendSite tendSite() {
        return new TendSite(
                house.sites,
                house.people,
                house.letters,
                unprinted(),
                TestHolds.preview(db),
                new WaysOut(new RulePacks(), house.sites),
                olena(),
                DemoHouse.CLOCK);
    }

    private static Staff olena() {
        return new Staff() {
            @Override
            public long id() {
                return 6;
            }
        };
    }

    private Recipient person(String slug) {
        return house.people.bySlug(slug).orElseThrow();
    }

    private Touched touched(String slug, Act act) {
        return TestHolds.preview(db)
                .of(List.of(person(slug)), DemoHouse.CLOCK.instant())
                .by(act);
    }

    private long in(String slug, LetterState state) {
        return house.letters.to(List.of(person(slug).id()), state).size();
    }

    /** A letter that waits to be printed, to somebody alone in a country. */
    private UUID readyTo(String name, String country) {
        long id = TestPeople.listed(db, name, country);
        db.inTransaction(em -> {
            house.people.byId(id).orElseThrow().facility().checked(TODAY.minusDays(2), "a test");
            if (house.sites.all().stream().noneMatch(site -> site.serves(country))) {
                house.sites.all().get(0).serves(country, TODAY.minusDays(2));
            }
        });
        UUID letter = new TestLetters(db, house.letters).written(id, DemoHouse.CLOCK.instant());
        db.inTransaction(em -> {
            Letter locked = house.letters.lock(letter).orElseThrow();
            Recipient to = house.people.byId(id).orElseThrow();
            String hash = house.letters.wordsOf(locked).orElseThrow().contentHash(DemoHouse.PAGES.stationery(to));
            assertThat(hash).isEqualTo(locked.contentHash());
            locked.claim(1, DemoHouse.CLOCK.instant());
            locked.approve(1, locked.fence(), hash, Letter.Approval.READY, DemoHouse.CLOCK.instant());
        });
        return letter;
    }

    private long claim(String slug) {
        return db.fromTransaction(em -> {
            Recipient like = db.fromTransaction(other -> person(slug));
            PrintSite site = house.sites.all().stream()
                    .filter(one -> one.serves(like.country()))
                    .findFirst()
                    .orElseThrow();
            return TestPrinter.claim(db, house.letters, house.batches, DemoHouse.PAGES, site, like, PRINTER);
        });
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> house.letters.byId(id).orElseThrow());
    }

    // --- before the deed ----------------------------------------------------------------------------------------

    @Test
    void a_move_touches_what_was_said_before() {
        db.inTransaction(em -> {
            String vera = "vera-solodova";
            Touched said = touched(vera, Act.MOVED);
            long ready = in(vera, LetterState.READY);
            assertThat(said.goOn()).isPositive().isEqualTo(ready);
            assertThat(said.back()).hasSize(1);
            assertThat(said.back().get(0).batch()).startsWith("B0");
            assertThat(said.onPaper()).isPositive().isEqualTo(in(vera, LetterState.UNSURE));
            assertThat(said.bySlip().stream()
                            .mapToLong(Touched.InBatch::letters)
                            .sum())
                    .isPositive()
                    .isEqualTo(in(vera, LetterState.PRINTED));
            tend().move(person(vera), house.facilities.bySlug("facility-b").orElseThrow(), "her sister");
            assertThat(in(vera, LetterState.READY)).isEqualTo(ready + 1);
            assertThat(touched(vera, Act.MOVED).back()).isEmpty();
        });
    }

    @Test
    void each_deed_that_stops_letters_says_how_many() {
        for (Act act : List.of(Act.LOST, Act.RELEASED, Act.DIED, Act.ENOUGH)) {
            String name = "ada-" + act.name().toLowerCase(java.util.Locale.ROOT);
            UUID batched = readyTo(name, "X" + act.name().charAt(0));
            claim("person-" + name);
            UUID ready = readyTo(name, "X" + act.name().charAt(0));
            db.inTransaction(em -> {
                Touched said = touched("person-" + name, act);
                assertThat(said.waiting()).isEqualTo(1);
                assertThat(said.goOn()).isZero();
                assertThat(said.back()).extracting(Touched.InBatch::letters).containsExactly(1L);
                Recipient person = house.people.lock("person-" + name).orElseThrow();
                switch (act) {
                    case LOST -> tend().gone(person, "a test");
                    case RELEASED -> tend().freed(person, "a test");
                    case DIED -> tend().died(person, "a test");
                    default -> tend().pause(person);
                }
            });
            assertThat(List.of(letter(batched), letter(ready)))
                    .allMatch(one -> one.state() == LetterState.HELD && one.reason() == act.holds());
            db.inTransaction(em -> assertThat(
                            TestHolds.onward(db).of(person("person-" + name), "en", DemoHouse.CLOCK.instant()))
                    .isEqualTo(Letter.Approval.held(java.util.Objects.requireNonNull(act.holds()))));
        }
    }

    @Test
    void a_letter_whose_files_were_taken_is_pulled_by_slip() {
        readyTo("slim", "XS");
        long batch = claim("person-slim");
        db.inTransaction(em -> house.batches.lock(batch).orElseThrow().takeFiles(PRINTER, DemoHouse.CLOCK.instant()));
        db.inTransaction(em -> {
            Touched said = touched("person-slim", Act.ENOUGH);
            assertThat(said.back()).isEmpty();
            assertThat(said.bySlip()).containsExactly(new Touched.InBatch("B%04d".formatted(batch), 1));
        });
    }

    @Test
    void a_letter_against_which_something_else_stands_is_not_said_to_go_on() {
        UUID id = readyTo("tova", "XT");
        db.inTransaction(em -> {
            house.letters.lock(id).orElseThrow().hold(Reason.ADDRESS, Actor.CLOCK, DemoHouse.CLOCK.instant());
            assertThat(touched("person-tova", Act.CHECKED).goOn()).isEqualTo(1);
            person("person-tova").pause();
            assertThat(touched("person-tova", Act.CHECKED).goOn()).isZero();
            assertThat(touched("person-tova", Act.CHECKED).waiting()).isEqualTo(1);
            assertThat(tendPlace().check(person("person-tova").facility(), "a call"))
                    .isZero();
        });
    }

    @Test
    void other_rules_are_those_of_letters_whose_files_nobody_took_and_of_no_others() {
        readyTo("rule", "XU");
        long batch = claim("person-rule");
        db.inTransaction(em ->
                assertThat(touched("person-rule", Act.RULED)).isEqualTo(new Touched(1, 0, List.of(), List.of(), 0)));
        db.inTransaction(em -> house.batches.lock(batch).orElseThrow().takeFiles(PRINTER, DemoHouse.CLOCK.instant()));
        db.inTransaction(
                em -> assertThat(touched("person-rule", Act.RULED).isNothing()).isTrue());
    }

    // --- free and dead --------------------------------------------------------------------------------------------

    @Test
    void nobody_writes_to_the_free_any_more_and_a_mistake_is_mended_by_noting_the_place_again() {
        UUID id = readyTo("frida", "XF");
        db.inTransaction(em -> tend().freed(person("person-frida"), "her lawyer"));
        db.inTransaction(em -> {
            Recipient frida = person("person-frida");
            assertThat(frida.acceptsLetters()).isFalse();
            assertThat(frida.fate()).isEqualTo(Fate.RELEASED);
            assertThat(frida.fateSince()).isEqualTo(TODAY);
            assertThat(house.people.listed(org.postern.directory.People.Search.EVERYBODY))
                    .extracting(Recipient::slug)
                    .doesNotContain("person-frida");
            tend().move(frida, frida.facility(), "it was another woman");
            assertThat(frida.acceptsLetters()).isTrue();
        });
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
    }

    @Test
    void the_writers_of_letters_that_waited_quietly_are_told_once_a_death_is_sure() {
        UUID id = db.fromTransaction(em -> {
            Letter one = house.letters.to(List.of(person("levan-tskaridze").id()), LetterState.READY).stream()
                    .filter(letter -> letter.submission()
                            .flatMap(org.postern.letter.Submission::contact)
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            person("levan-tskaridze").doubted(Doubt.DIED, TODAY);
            unprinted().hold(person("levan-tskaridze"), Reason.DIED, Actor.staff(6), DemoHouse.CLOCK.instant());
            unprinted().hush(unprinted().heldFor(person("levan-tskaridze"), Reason.DIED));
            return one.id();
        });
        String notices = "select count(*) from notice where kind = 'HELD' and letter_id = '" + id + "'";
        assertThat(db.value(notices)).isEqualTo(0L);
        db.inTransaction(em -> tend().died(person("levan-tskaridze"), "his lawyer"));
        assertThat(db.value(notices)).isEqualTo(1L);
    }

    // --- the ways of the post ---------------------------------------------------------------------------------------

    @Test
    void letters_wait_when_their_last_route_closes_and_go_on_when_one_opens() {
        UUID ready = readyTo("ruta", "ZR");
        claim("person-ruta");
        UUID second = readyTo("ruta", "ZR");
        db.inTransaction(em -> {
            PrintSite site = house.sites.all().stream()
                    .filter(one -> one.serves("ZR"))
                    .findFirst()
                    .orElseThrow();
            Touched said =
                    java.util.Objects.requireNonNull(tendSite().ifClosed(site).get("ZR"));
            assertThat(said.waiting()).isEqualTo(1);
            assertThat(said.back()).hasSize(1);
            Set<Way> before = tendSite().reached();
            site.reaches(with(site, "ZR", false));
            assertThat(tendSite().routes(before)).isEqualTo(new TendSite.Changed(2, 0));
            assertThat(tendSite().waitingFor(Missing.NO_ROUTE)).containsEntry("ZR", 2L);
            assertThat(tendSite().ifClosed(site)).doesNotContainKey("ZR");
        });
        assertThat(List.of(letter(ready), letter(second)))
                .allMatch(one -> one.state() == LetterState.HELD && one.reason() == Reason.NO_ROUTE);
        db.inTransaction(em -> {
            PrintSite other = house.sites.all().get(2);
            Set<Way> before = tendSite().reached();
            other.reaches(with(other, "ZR", true));
            assertThat(tendSite().routes(before)).isEqualTo(new TendSite.Changed(0, 2));
        });
        assertThat(List.of(letter(ready), letter(second))).allMatch(one -> one.state() == LetterState.READY);
    }

    @Test
    void while_another_site_posts_there_nothing_waits() {
        UUID id = readyTo("otto", "XO");
        db.inTransaction(em -> {
            PrintSite first = house.sites.all().get(0);
            PrintSite other = house.sites.all().get(1);
            other.reaches(with(other, "XO", true));
            assertThat(tendSite().ifClosed(first)).doesNotContainKey("XO");
            Set<Way> before = tendSite().reached();
            first.reaches(with(first, "XO", false));
            assertThat(tendSite().routes(before)).isEqualTo(new TendSite.Changed(0, 0));
        });
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
    }

    @Test
    void letters_wait_where_no_site_puts_the_senders_address_that_is_demanded_and_go_on_when_one_does() {
        UUID id = readyTo("nour", "XS");
        UUID free = readyTo("free", "XS");
        WaysOut ways = new WaysOut(new RulePacks(), house.sites);
        db.inTransaction(em -> {
            Recipient nour = person("person-nour");
            PrintSite site = posting("XS");
            site.answersTo("PO box 7", ReturnAddress.ENVELOPE);
            nour.facility().ruledBy("return-address-required\nwindow-allowed");
            assertThat(ways.missing(nour)).as("nothing in the window").isEqualTo(Missing.NO_SENDER);
            nour.facility().ruledBy("return-address-required");
            assertThat(ways.missing(nour)).as("on plain envelopes").isNull();
            site.answersTo("PO box 7", ReturnAddress.NONE);
            tendPlace().rule(nour.facility(), "return-address-required");
        });
        assertThat(letter(id).reason()).isEqualTo(Reason.NO_ROUTE);
        assertThat(letter(free).state()).isEqualTo(LetterState.READY);
        db.inTransaction(em -> {
            assertThat(tendSite().waitingFor(Missing.NO_SENDER)).containsEntry("XS", 1L);
            assertThat(tendSite().waitingFor(Missing.NO_ROUTE)).doesNotContainKey("XS");
            Set<Way> before = tendSite().reached();
            PrintSite site = posting("XS");
            site.answersTo("PO box 7", ReturnAddress.EVERYWHERE);
            assertThat(tendSite().routes(before)).isEqualTo(new TendSite.Changed(0, 1));
            assertThat(tendSite().ifClosed(site).get("XS")).isNotNull();
        });
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
        db.inTransaction(em -> {
            Set<Way> before = tendSite().reached();
            house.sites.all().forEach(one -> one.answersTo(null, ReturnAddress.NONE));
            tendSite().routes(before);
        });
        assertThat(letter(id).reason()).isEqualTo(Reason.NO_ROUTE);
        assertThat(letter(free).state()).isEqualTo(LetterState.READY);
        db.inTransaction(em -> tendPlace().rule(person("person-nour").facility(), ""));
        assertThat(letter(id).state()).as("it is not demanded any more").isNotEqualTo(LetterState.HELD);
    }

    private PrintSite posting(String country) {
        return house.sites.all().stream()
                .filter(one -> one.serves(country))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Route> with(PrintSite site, String country, boolean served) {
        Map<String, Route> routes = new TreeMap<>();
        site.routes().forEach((iso, route) -> routes.put(iso, new Route(iso, route.served(), route.checkedOn())));
        routes.put(country, new Route(country, served, TODAY));
        return routes;
    }

    // --- what is open ---------------------------------------------------------------------------------------------

    @Test
    void an_old_address_is_a_task_while_letters_wait_for_it_and_a_check_ends_it() {
        UUID id = readyTo("olga", "XG");
        db.inTransaction(em -> {
            Facility place = person("person-olga").facility();
            assertThat(why(place)).isEmpty();
            place.checked(TODAY.minusDays(61), "long ago");
            assertThat(why(place)).containsExactly(Why.OLD);
            AddressTasks.PlaceTask task = tasks().places().stream()
                    .filter(one -> one.place().id() == place.id())
                    .findFirst()
                    .orElseThrow();
            assertThat(task.ready()).isEqualTo(1);
            tendPlace().check(place, "a call");
            assertThat(why(place)).isEmpty();
            place.checked(TODAY.minusDays(61), "long ago");
            house.letters.lock(id).orElseThrow().withdraw(DemoHouse.CLOCK.instant());
            assertThat(why(place)).as("nothing waits for it").isEmpty();
        });
    }

    @Test
    void a_place_that_gave_letters_back_is_a_task_until_somebody_looked() {
        readyTo("bea", "XB");
        db.inTransaction(em -> {
            Facility place = person("person-bea").facility();
            place.gaveBack(TODAY);
            assertThat(why(place)).containsExactly(Why.CAME_BACK);
            place.gaveBack(TODAY);
            place.addressDoubted(TODAY);
            place.censored(TODAY);
            assertThat(why(place)).containsExactly(Why.SUSPENDED, Why.DOUBTED, Why.CENSORED);
            tendPlace().check(place, "a call");
            assertThat(why(place)).containsExactly(Why.CENSORED);
            tendPlace().rule(place, place.rulesText());
            assertThat(why(place)).isEmpty();
        });
    }

    @Test
    void somebody_in_doubt_is_a_task_until_an_organiser_knows() {
        readyTo("dora", "ZD");
        db.inTransaction(em -> {
            person("person-dora").doubted(Doubt.ADDRESS, TODAY);
            assertThat(doubted()).contains("person-dora");
            tend().arrives(person("person-dora"), "her letter");
            assertThat(doubted()).doesNotContain("person-dora");
            tend().gone(person("person-dora"), "a parcel came back");
            assertThat(doubted()).contains("person-dora");
            tend().died(person("person-dora"), "her mother");
            assertThat(doubted()).doesNotContain("person-dora");
        });
    }

    @Test
    void a_mended_address_ends_its_doubt() {
        readyTo("mina", "XM");
        db.inTransaction(em -> {
            Facility place = person("person-mina").facility();
            place.addressDoubted(TODAY);
            tendPlace().address(place, Edited.of(Forms.of("street", "1 New Road"), PlaceFields.of(place)));
            assertThat(place.addressDoubtedSince()).isNull();
        });
    }

    private AddressTasks.Open tasks() {
        return new AddressTasks(house.people, house.facilities, house.letters).open(TODAY);
    }

    private Set<Why> why(Facility place) {
        return tasks().places().stream()
                .filter(task -> task.place().id() == place.id())
                .findFirst()
                .map(AddressTasks.PlaceTask::why)
                .orElse(Set.of());
    }

    private List<String> doubted() {
        return tasks().people().stream().map(task -> task.person().slug()).toList();
    }
}
