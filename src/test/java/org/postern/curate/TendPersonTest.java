package org.postern.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.TestDatabase;
import org.postern.TestPeople;
import org.postern.TestSettings;
import org.postern.directory.AddressChange;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.Prisoner;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Listing;
import org.postern.directory.Rule;
import org.postern.letter.Actor;
import org.postern.letter.Batch;
import org.postern.letter.Frozen;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.letter.TestHolds;
import org.postern.letter.TestLetters;
import org.postern.letter.Unprinted;
import org.postern.letter.Watches;
import org.postern.print.TestPrinter;
import org.postern.site.Family;
import org.postern.site.PrintSite;
import org.postern.staff.Audit;
import org.postern.staff.AuditEntry;
import org.postern.staff.Staff;
import org.postern.vault.PieceCode;
import org.postern.web.Forms;

/** Each test tends another person of the demo. */
@Tag("database")
@ParameterizedClass
@MethodSource("org.postern.TestDatabase#both")
class TendPersonTest {
    private static final Actor ORGANISER = Actor.staff(6);

    private final DemoHouse house;
    private final TestDatabase db;

    TendPersonTest(TestDatabase db) {
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

    private TendPerson tend() {
        return new TendPerson(
                house.people,
                unprinted(),
                new Audit(db.entityManager(), DemoHouse.CLOCK),
                olena(),
                TestSettings.of(),
                DemoHouse.CLOCK);
    }

    private TendPlace tendPlace() {
        return new TendPlace(
                house.people,
                unprinted(),
                new Audit(db.entityManager(), DemoHouse.CLOCK),
                olena(),
                TestSettings.of(),
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

    private List<Letter> to(String slug, LetterState state) {
        return house.letters.to(List.of(person(slug).id()), state);
    }

    @Test
    void an_address_that_was_checked_lets_its_letters_go_on() {
        db.inTransaction(em -> {
            assertThat(to("ildar-sabitov", LetterState.HELD)).hasSize(1);
            Facility sizo = house.facilities.bySlug("sizo-9").orElseThrow();
            assertThat(unprinted()
                            .letGo(house.people.at(sizo), Set.of(Reason.ADDRESS), ORGANISER, DemoHouse.CLOCK.instant()))
                    .as("while nobody checked it")
                    .isZero();
            sizo.checked(LocalDate.of(2026, 11, 22), "a call");
            assertThat(unprinted()
                            .letGo(house.people.at(sizo), Set.of(Reason.ADDRESS), ORGANISER, DemoHouse.CLOCK.instant()))
                    .isEqualTo(1);
            assertThat(to("ildar-sabitov", LetterState.HELD)).isEmpty();
            assertThat(to("ildar-sabitov", LetterState.READY)).hasSize(1);
        });
    }

    @Test
    void a_letter_that_the_place_would_not_let_in_any_more_goes_back_to_the_readers() {
        long rowan = TestPeople.listed(
                db, "rowan", db.fromTransaction(em -> person("levan-tskaridze").country()));
        UUID id = new TestLetters(db, house.letters).written(rowan, DemoHouse.CLOCK.instant());
        db.inTransaction(em -> {
            Letter letter = house.letters.lock(id).orElseThrow();
            letter.claim(1, DemoHouse.CLOCK.instant());
            String hash = String.valueOf(letter.contentHash());
            letter.approve(1, letter.fence(), hash, Letter.Approval.READY, DemoHouse.CLOCK.instant());
            Recipient to = house.people.byId(rowan).orElseThrow();
            tend().pause(to);
            tend().rule(to, "languages kk");
            tend().list(to, "Rowan", "a letter");
            assertThat(letter.state()).isEqualTo(LetterState.IN_REVIEW);
            assertThat(letter.isApproved()).isFalse();
        });
    }

    @Test
    void enough_holds_what_is_ready_and_a_later_yes_lets_it_go() {
        db.inTransaction(em -> {
            int ready = to("levan-tskaridze", LetterState.READY).size();
            assertThat(ready).isPositive();
            tend().pause(person("levan-tskaridze"));
            assertThat(to("levan-tskaridze", LetterState.READY)).isEmpty();
            assertThat(to("levan-tskaridze", LetterState.HELD))
                    .hasSize(ready)
                    .allMatch(l -> l.reason() == Reason.ENOUGH);
            tend().list(person("levan-tskaridze"), "himself", "his letter");
            assertThat(person("levan-tskaridze").listing()).isEqualTo(Listing.LISTED);
            assertThat(to("levan-tskaridze", LetterState.READY)).hasSize(ready);
        });
    }

    @Test
    void letters_that_waited_for_a_new_address_go_on_with_the_move() {
        db.inTransaction(em -> {
            assertThat(to("alesya-vetrava", LetterState.HELD)).hasSize(1);
            Facility to = house.facilities.bySlug("ik-97").orElseThrow();
            tend().move(person("alesya-vetrava"), to, "her husband");
            assertThat(to("alesya-vetrava", LetterState.HELD)).isEmpty();
            assertThat(to("alesya-vetrava", LetterState.READY)).hasSize(1);
            List<AddressChange> moves = house.people.moves(person("alesya-vetrava"));
            assertThat(moves).hasSize(2);
            assertThat(moves.get(1).toFacilityId()).isEqualTo(to.id());
            assertThat(moves.get(1).source()).isEqualTo("her husband");
        });
    }

    @Test
    void a_move_takes_letters_out_of_a_batch_whose_files_nobody_took_but_no_paper() {
        db.inTransaction(em -> {
            assertThat(to("vera-solodova", LetterState.BATCHED)).hasSize(1);
            int ready = to("vera-solodova", LetterState.READY).size();
            int printed = to("vera-solodova", LetterState.PRINTED).size();
            tend().move(
                            person("vera-solodova"),
                            house.facilities.bySlug("facility-b").orElseThrow(),
                            "her sister");
            assertThat(to("vera-solodova", LetterState.BATCHED)).isEmpty();
            assertThat(to("vera-solodova", LetterState.READY)).hasSize(ready + 1);
            assertThat(to("vera-solodova", LetterState.PRINTED)).hasSize(printed);
            assertThat(to("vera-solodova", LetterState.UNSURE)).hasSize(1);
        });
    }

    @Test
    void a_move_to_nobody_knows_where_holds_what_is_ready() {
        db.inTransaction(em -> {
            int ready = to("delia-marrow", LetterState.READY).size();
            assertThat(ready).isPositive();
            tend().gone(person("delia-marrow"), "her lawyer");
            assertThat(to("delia-marrow", LetterState.HELD))
                    .hasSize(ready)
                    .allMatch(l -> l.reason() == Reason.TRANSFER);
            assertThat(person("delia-marrow").lostSource()).isEqualTo("her lawyer");
            assertThat(person("delia-marrow").lostSince()).isEqualTo(LocalDate.of(2026, 11, 22));
            tend().move(person("delia-marrow"), person("delia-marrow").facility(), "she is back");
            assertThat(person("delia-marrow").lostSince()).isNull();
            assertThat(to("delia-marrow", LetterState.READY)).hasSize(ready);
        });
    }

    @Test
    void a_move_opens_a_route_where_there_was_none_and_closes_one_where_there_is_none() {
        UUID letter = readyTo("zora", "ZE");
        readyTo("zdena", "ZF");
        TestPeople.listed(db, "zelda", "ZG");
        db.inTransaction(
                em -> unprinted().hold(person("person-zora"), Reason.NO_ROUTE, ORGANISER, DemoHouse.CLOCK.instant()));
        move("person-zora", "prison-zdena");
        assertThat(letter(letter).state()).isEqualTo(LetterState.READY);

        move("person-zora", "prison-zelda");
        assertThat(letter(letter).state()).isEqualTo(LetterState.HELD);
        assertThat(letter(letter).reason()).isEqualTo(Reason.NO_ROUTE);
    }

    private void move(String person, String facility) {
        db.inTransaction(em ->
                tend().move(person(person), house.facilities.bySlug(facility).orElseThrow(), "her sister"));
    }

    /** Alone in a country, with a letter that waits to be printed. */
    private UUID readyTo(String name, String country) {
        long id = TestPeople.listed(db, name, country);
        db.inTransaction(em -> {
            house.people.byId(id).orElseThrow().facility().checked(LocalDate.of(2026, 11, 20), "a test");
            if (house.sites.all().stream().noneMatch(site -> site.serves(country))) {
                house.sites.all().get(0).serves(country, LocalDate.of(2026, 11, 20));
            }
        });
        UUID letter = new TestLetters(db, house.letters).written(id, DemoHouse.CLOCK.instant());
        db.inTransaction(em -> approve(house.letters.lock(letter).orElseThrow(), Letter.Approval.READY));
        return letter;
    }

    private static void approve(Letter letter, Letter.Approval onTo) {
        letter.claim(1, DemoHouse.CLOCK.instant());
        letter.approve(1, letter.fence(), String.valueOf(letter.contentHash()), onTo, DemoHouse.CLOCK.instant());
    }

    private long claimAllTo(String slug) {
        // Nobody may be loaded where the claim runs before it has locked them.
        Recipient like = db.fromTransaction(em -> person(slug));
        PrintSite site = house.sites.all().stream()
                .filter(one -> one.serves(like.country()))
                .findFirst()
                .orElseThrow();
        return TestPrinter.claim(db, house.letters, house.batches, DemoHouse.PAGES, site, like, 5);
    }

    private Letter letter(UUID id) {
        return db.fromTransaction(em -> house.letters.byId(id).orElseThrow());
    }

    @Test
    void while_nobody_knows_where_somebody_is_batches_give_back_and_new_approvals_wait() {
        UUID batched = readyTo("ulla", "ZA");
        db.inTransaction(em -> claimAllTo("person-ulla"));
        db.inTransaction(em -> tend().gone(house.people.lock("person-ulla").orElseThrow(), "a parcel came back"));
        assertThat(letter(batched).state()).isEqualTo(LetterState.HELD);
        assertThat(letter(batched).reason()).isEqualTo(Reason.TRANSFER);
        assertThat(db.value("select count(*) from batch_line where live_letter_id = '" + batched + "'"))
                .isEqualTo(0L);
        db.inTransaction(em -> assertThat(
                        TestHolds.onward(db).of(person("person-ulla"), "en", DemoHouse.CLOCK.instant()))
                .isEqualTo(Letter.Approval.held(Reason.TRANSFER)));
        assertThat(moved("person-ulla")).isTrue();
        assertThat(letter(batched).state()).isEqualTo(LetterState.READY);
    }

    @Test
    void a_letter_that_enters_a_batch_while_an_organiser_waits_for_it_is_not_held_in_it() throws Exception {
        UUID id = readyTo("wanda", "ZB");
        CountDownLatch locked = new CountDownLatch(1);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        Future<Boolean> enters = hands.submit(() -> db.fromTransaction(em -> {
            Letter letter = house.letters.lock(id).orElseThrow();
            locked.countDown();
            Thread.sleep(500);
            Instant now = DemoHouse.CLOCK.instant();
            Batch batch = house.batches.open(house.sites.all().get(0), Family.PLAIN, 5, now, now.plusSeconds(9999));
            house.batches.enter(batch, letter, PieceCode.random(), now);
            return true;
        }));
        locked.await();
        Future<Integer> held = hands.submit(() -> db.fromTransaction(
                em -> unprinted().hold(person("person-wanda"), Reason.ENOUGH, ORGANISER, DemoHouse.CLOCK.instant())));
        assertThat(enters.get()).isTrue();
        assertThat(held.get()).isZero();
        hands.shutdown();
        assertThat(letter(id).state()).isEqualTo(LetterState.BATCHED);
        assertThat(stuck()).isZero();
        assertThatThrownBy(() -> db.inTransaction(em ->
                        house.letters.lock(id).orElseThrow().hold(Reason.ENOUGH, ORGANISER, DemoHouse.CLOCK.instant())))
                .isInstanceOf(NotNow.class);
        db.sql("update letter set state = 'HELD', reason = 'ENOUGH' where id = '" + id + "'");
        assertThat(stuck()).isEqualTo(1);
        db.sql("update letter set state = 'BATCHED', reason = null where id = '" + id + "'");
    }

    private long stuck() {
        return db.<Map<Watches.Watch, Long>>fromTransaction(em -> new Watches(em).look(DemoHouse.CLOCK.instant()))
                .getOrDefault(Watches.Watch.STUCK_TO_A_BATCH, -1L);
    }

    @Test
    void a_move_waits_for_a_claim_and_takes_its_letter_out_again() throws Exception {
        UUID id = readyTo("xenia", "ZC");
        assertThat(duringAClaimOf("person-xenia", () -> moved("person-xenia"))).isTrue();
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
        assertThat(stuck()).isZero();
    }

    @Test
    void a_mended_address_waits_for_a_claim_and_takes_its_letters_out_again() throws Exception {
        UUID id = readyTo("yusra", "ZD");
        int lost = duringAClaimOf(
                "person-yusra",
                () -> db.fromTransaction(em -> {
                    Facility place = house.facilities.lock("prison-yusra").orElseThrow();
                    return tendPlace()
                            .address(place, Edited.of(Forms.of("street", "12 Mended Road"), PlaceFields.of(place)));
                }));
        assertThat(lost).isZero();
        assertThat(letter(id).state()).isEqualTo(LetterState.READY);
        assertThat(stuck()).isZero();
    }

    /** Does the deed while somebody's claim has locked and not yet ended; a claim that fails says so. */
    private <T> T duringAClaimOf(String slug, Callable<T> deed) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        Future<Long> claim = hands.submit(() -> db.fromTransaction(em -> {
            try {
                long number = claimAllTo(slug);
                em.flush();
                return number;
            } finally {
                begun.countDown();
                Thread.sleep(500);
            }
        }));
        begun.await();
        Future<T> done = hands.submit(deed);
        assertThat(claim.get()).isPositive();
        hands.shutdown();
        return done.get();
    }

    @Test
    void whoever_comes_first_no_batch_keeps_an_address_that_was_left() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 6; round++) {
            String name = "zora" + round;
            UUID id = readyTo(name, "Y" + (char) ('A' + round));
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Long> claim = hands.submit(() -> {
                start.await();
                return db.fromTransaction(em -> claimAllTo("person-" + name));
            });
            Future<Boolean> move = hands.submit(() -> {
                start.await();
                return moved("person-" + name);
            });
            assertThat(move.get()).isTrue();
            try {
                claim.get();
            } catch (ExecutionException nothingLeft) {
                assertThat(nothingLeft.getCause()).isInstanceOf(NullPointerException.class);
            }
            db.inTransaction(em -> house.batches
                    .holding(house.letters.byId(id).orElseThrow())
                    .ifPresent(batch -> assertThat(Frozen.of(house.batches
                                            .frozen(batch.lines().get(0))
                                            .orElseThrow())
                                    .manuscript()
                                    .addressLines())
                            .noneMatch(line -> line.contains("Prison of"))));
        }
        hands.shutdown();
        assertThat(stuck()).isZero();
    }

    /** To another place of the same country. */
    private boolean moved(String slug) {
        return db.<Boolean>fromTransaction(em -> {
            Recipient person = house.people.lock(slug).orElseThrow();
            Place place = new Place("Elsewhere", null, null, null, null);
            Facility other = new Facility(
                    "elsewhere-" + slug, place, place, person.country(), "en", LocalDate.of(2026, 11, 20), "a test");
            house.facilities.add(other);
            tend().move(person, other, "her letter");
            return true;
        });
    }

    @Test
    void a_letter_that_no_post_reaches_stays_held_whatever_else_is_mended() {
        db.inTransaction(em -> {
            assertThat(unprinted()
                            .letGo(
                                    List.of(person("thida-moe")),
                                    Set.of(Reason.NO_ROUTE, Reason.ADDRESS),
                                    ORGANISER,
                                    DemoHouse.CLOCK.instant()))
                    .isZero();
            assertThat(to("thida-moe", LetterState.HELD)).allMatch(letter -> letter.reason() == Reason.NO_ROUTE);
        });
    }

    @Test
    void a_rule_that_cannot_be_read_changes_nothing_and_names_its_line() {
        db.inTransaction(em -> {
            Recipient gleb = person("gleb-tishin");
            tend().rule(gleb, "max-pages 3 | his daughter | 2026-11-20");
            assertThatThrownBy(() -> tend().rule(gleb, "max-pages 1\nno-such-rule"))
                    .isInstanceOfSatisfying(
                            Rule.Unreadable.class, e -> assertThat(e.line()).isEqualTo(2));
            assertThat(gleb.rulesText()).startsWith("max-pages 3");
        });
    }

    @Test
    void what_is_told_of_a_person_is_saved_whole_and_the_audit_names_the_fields_and_no_word() {
        db.inTransaction(em -> {
            Recipient gleb = house.people.lock("gleb-tishin").orElseThrow();
            Map<String, String> before = PersonFields.of(gleb);
            Edited edited = Edited.of(
                    Forms.of("birth", "1979-02-03", "story", "A new story.\n\nIn two parts.", "patronymic", ""),
                    before);
            tend().edit(gleb, edited);
        });
        db.inTransaction(em -> {
            Prisoner gleb = (Prisoner) person("gleb-tishin");
            assertThat(gleb.story()).containsExactly("A new story.", "In two parts.");
            assertThat(gleb.birthDate()).isEqualTo(LocalDate.of(1979, 2, 3));
            assertThat(gleb.name().patronymic()).isNull();
            assertThat(PersonFields.of(gleb)).containsEntry("birth", "1979-02-03");
            AuditEntry last =
                    new Audit(em, DemoHouse.CLOCK).page(Long.MAX_VALUE, 1).get(0);
            assertThat(last.action()).isEqualTo("person.edited");
            assertThat(last.actor()).isEqualTo(6);
            assertThat(last.detail()).contains("birth", "story").doesNotContain("new story");
        });
    }

    @Test
    void every_person_and_place_of_the_demo_can_be_saved_as_it_stands() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        db.inTransaction(em -> {
            for (Recipient each : house.people.all()) {
                Map<String, String> fields = PersonFields.of(each);
                assertThat(PersonFields.objections(fields, each.listing() != Listing.HIDDEN, today))
                        .as(each.slug())
                        .isEmpty();
                Recipient like =
                        PersonFields.like(each, PlaceFields.like(each.facility(), PlaceFields.of(each.facility())));
                assertThat(PersonFields.of(like)).isEqualTo(fields);
                assertThat(like.address()).isEqualTo(each.address());
            }
            house.facilities
                    .all()
                    .forEach(place -> assertThat(PlaceFields.objections(PlaceFields.of(place), today))
                            .as(place.slug())
                            .isEmpty());
        });
    }

    @Test
    void a_mended_address_that_was_checked_lets_go_what_waited_for_it_or_could_not_be_printed() {
        db.inTransaction(em -> {
            Facility place = person("delia-marrow").facility();
            Letter faulty = house.letters
                    .lock(to("delia-marrow", LetterState.READY).get(0).id())
                    .orElseThrow();
            faulty.hold(Reason.FAULT, ORGANISER, DemoHouse.CLOCK.instant());
            Edited edited = Edited.of(
                    Forms.of("street", "12 Mended Road", "checked-on", "2026-11-21", "source", "the place’s own page"),
                    PlaceFields.of(place));
            assertThat(tendPlace().address(place, edited)).isEqualTo(1);
            assertThat(place.local().street()).isEqualTo("12 Mended Road");
            assertThat(place.checkedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
            assertThat(faulty.state()).isEqualTo(LetterState.READY);
            faulty.hold(Reason.FAULT, ORGANISER, DemoHouse.CLOCK.instant());
            tend().rule(person("delia-marrow"), "max-pages 3 | herself | 2026-11-21");
            assertThat(faulty.state()).as("a rule may be what was wrong").isEqualTo(LetterState.READY);
        });
    }

    @Test
    void of_two_who_save_at_one_moment_the_second_sees_what_the_first_saved() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> both = Stream.of("First lead.", "Second lead.")
                .<Callable<Boolean>>map(lead -> () -> {
                    start.await();
                    return db.<Boolean>fromTransaction(em -> {
                        Recipient shirin = house.people.lock("shirin-baghban").orElseThrow();
                        Edited edited =
                                Edited.of(Forms.of("lead", lead, "was-lead", LEAD_BEFORE), PersonFields.of(shirin));
                        if (edited.isGood()) {
                            tend().edit(shirin, edited);
                        }
                        return edited.isGood();
                    });
                })
                .toList();
        db.inTransaction(em -> {
            Recipient shirin = person("shirin-baghban");
            shirin.introduced(shirin.language(), shirin.name(), shirin.latinName(), LEAD_BEFORE);
        });
        ExecutorService hands = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> saved = hands.invokeAll(both);
        assertThat(List.of(saved.get(0).get(), saved.get(1).get())).containsExactlyInAnyOrder(true, false);
        hands.shutdown();
    }

    private static final String LEAD_BEFORE = "As it was.";
}
