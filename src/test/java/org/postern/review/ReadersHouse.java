package org.postern.review;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postern.TestDatabase;
import org.postern.TestSettings;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Facility.Place;
import org.postern.directory.GlossaryTerms;
import org.postern.directory.Name;
import org.postern.directory.People;
import org.postern.directory.Prisoner;
import org.postern.directory.Prisoner.Gender;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Escalations;
import org.postern.letter.Holds;
import org.postern.letter.House;
import org.postern.letter.Keeping;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvents;
import org.postern.letter.LetterPairs;
import org.postern.letter.LetterPrints;
import org.postern.letter.LetterState;
import org.postern.letter.Onward;
import org.postern.letter.Pages;
import org.postern.letter.Piles;
import org.postern.letter.StillPrintable;
import org.postern.letter.TestHolds;
import org.postern.letter.TranslationMarks;
import org.postern.letter.Words;
import org.postern.letter.WriterQuestions;
import org.postern.letter.Writers;
import org.postern.site.PrintSite;
import org.postern.site.PrintSites;
import org.postern.staff.Audit;
import org.postern.staff.Role;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;

/** The readers' rooms on a test's database, with a prisoner whose place lets in Russian alone. */
final class ReadersHouse {
    static final LocalDate LATELY = LocalDate.of(2026, 11, 1);
    private static final AtomicInteger COUNT = new AtomicInteger();
    /** Slow to make: fonts are read. */
    private static final Pages PAGES = new Pages(new RulePacks(), true, Optional.empty(), Optional.empty());

    final House house;
    final Decide decide;
    final Translate translate;
    final Readings readings;
    final Translations translations;
    final TakeBack takeBack;
    final Escalations escalations;
    final WriterQuestions asked;
    final Questions questions;
    final TranslationMarks marks;
    final Glossary glossary;
    final Holds holds;
    final HeldLetters heldLetters;
    private final TestDatabase db;

    ReadersHouse(TestDatabase db) {
        this.db = db;
        this.house = new House(db);
        EntityManager em = db.entityManager();
        RulePacks packs = new RulePacks();
        People people = new People(em);
        PrintSites sites = new PrintSites(em);
        Proofs proofs = new Proofs(PAGES, packs, sites);
        Onward onward = new Onward(packs, sites);
        this.holds = TestHolds.on(db, house.letters, PAGES);
        this.escalations = new Escalations(em, house.letters);
        StaffAccounts accounts = new StaffAccounts(em);
        LetterPrints prints = new LetterPrints(em, house.vault);
        WhoReads whoReads = new WhoReads(house.letters, escalations, prints, accounts, TestSettings.of());
        Writers writers = new Writers(house.outbox);
        Audit audit = new Audit(em, house.clock);
        this.decide = new Decide(house.letters, people, proofs, onward, holds, writers, whoReads, escalations, audit);
        this.takeBack = new TakeBack(new LetterEvents(em), house.letters, people, writers, whoReads, accounts, audit);
        this.heldLetters =
                new HeldLetters(house.letters, people, holds, new StillPrintable(house.letters, PAGES, packs, sites));
        this.readings = new Readings(house.letters, people, proofs, onward, prints, whoReads);
        LetterPairs pairs = new LetterPairs(em, house.letters);
        this.asked = new WriterQuestions(em, house.letters, writers);
        this.questions = new Questions(house.letters, asked);
        this.marks = new TranslationMarks(em, house.letters);
        this.glossary = new Glossary(new GlossaryTerms(em));
        Margins margins = new Margins(asked, marks, glossary);
        this.translations =
                new Translations(house.letters, pairs, new Piles(em), people, packs, proofs, readings, margins);
        this.translate =
                new Translate(house.letters, pairs, translations, marks, people, packs, proofs, onward, holds, audit);
    }

    /** @return the id of somebody in a country of its own, e.g. {@code QA}, whose place lets in Russian */
    long prisoner(String country, LocalDate checkedOn, String rules) {
        return db.fromTransaction(em -> {
            Place place = new Place("ИК-98", "улица Лесная, 1", "Верхние Сосны", null, "600000");
            Place latin = new Place("IK-98", "Lesnaya 1", "Verkhnie Sosny", null, "600000");
            String slug = "vera-" + COUNT.incrementAndGet();
            Facility facility = new Facility(slug, place, latin, country, "ru", checkedOn, "her lawyer");
            facility.ruledBy(rules);
            new Facilities(em).add(facility);
            Prisoner vera = new Prisoner(
                    slug,
                    facility,
                    "ru",
                    new Name("Синицына", "Вера", "Ильинична"),
                    new Name("Sinitsyna", "Vera", "Ilyinichna"),
                    Gender.SHE,
                    List.of("ru"),
                    "A librarian");
            vera.bornIn(1983);
            vera.list("her family", LATELY, "a test");
            new People(em).add(vera);
            return vera.id();
        });
    }

    /** @return the id of somebody who reads, who has that name and a number behind it */
    long reader(String name, boolean lead) {
        return db.fromTransaction(em -> {
            StaffAccount account = StaffAccount.of(
                    name + " " + COUNT.incrementAndGet(), Set.of(Role.MODERATOR), lead, "not a hash", house.now());
            new StaffAccounts(em).add(account);
            return account.id();
        });
    }

    /** The place of a person has other rules from now on. */
    void rule(long person, String rules) {
        db.inTransaction(
                em -> new People(em).byId(person).orElseThrow().facility().ruledBy(rules));
    }

    /** Within a transaction. */
    Recipient person(long id) {
        return new People(db.entityManager()).byId(id).orElseThrow();
    }

    void siteServes(String country) {
        db.inTransaction(em -> {
            PrintSite site = new PrintSite(
                    "Site " + COUNT.incrementAndGet(), "Berlin", "DE", "de", ZoneId.of("Europe/Berlin"), null);
            site.serves(country, LATELY);
            new PrintSites(em).add(site);
        });
    }

    UUID letter(long to, String language, String body) {
        return letter(to, language, body, null);
    }

    /** @return a letter that waits for a reader */
    UUID letter(long to, String language, String body, @Nullable String email) {
        return db.fromTransaction(em -> {
            Letter letter = house.letters.begin(UUID.randomUUID().toString(), "en", to, language, house.now());
            write(letter, language, body);
            letter.submission().orElseThrow().confirm(house.now());
            if (email != null) {
                letter.submission().orElseThrow().comesFrom(house.contacts.of(email, "en", Keeping.UNTIL_POSTED));
            }
            house.letters.arrive(letter, LATELY, false, house.now());
            return letter.id();
        });
    }

    /** @return an approved letter from English that a translator has taken; its only pair */
    UUID atTranslator(String rules, String body, @Nullable String email, long translator) {
        UUID id = letter(prisoner("QA", LATELY, rules), "en", body, email);
        Reading seen = open(id, 1);
        db.inTransaction(em -> decide.approve(id, 1, seen.fence(), seen.hash(), house.now()));
        db.inTransaction(em -> decide.claim(id, LetterState.IN_TRANSLATION, translator, house.now()));
        return id;
    }

    /** A translation is handed in, and taken by its second reader. */
    void handedIn(UUID id, long translator, String text, long reader) {
        db.inTransaction(em -> translate.finish(id, translator, fence(id), text, house.now()));
        db.inTransaction(em -> decide.claim(id, LetterState.TRANSLATION_CHECK, reader, house.now()));
    }

    long fence(UUID id) {
        return db.<Long>fromTransaction(
                em -> house.letters.byId(id).orElseThrow().fence());
    }

    /** @return a letter as its translator sees it, who holds it */
    Translations.Open atWork(UUID id, long translator) {
        return db.<Optional<Translations.Open>>fromTransaction(
                        em -> translations.open(id, LetterState.IN_TRANSLATION, translator, house.now()))
                .orElseThrow();
    }

    /** The writer changes the words. */
    void rewrite(UUID id, String language, String body) {
        house.on(id, letter -> write(letter, language, body));
    }

    /** The writer puts a photo under a letter in Russian. */
    void illustrate(UUID id, String body, byte[] photo) {
        house.on(id, letter -> write(letter, "ru", body, photo));
    }

    private void write(Letter letter, String language, String body) {
        write(letter, language, body, null);
    }

    private void write(Letter letter, String language, String body, byte @Nullable [] photo) {
        String stationery = db.fromTransaction(
                em -> PAGES.stationery(new People(em).byId(letter.recipientId()).orElseThrow()));
        house.letters.rewrite(letter, language, new Words(body, "Hanna", photo), stationery, house.now());
    }

    /** @return a translation as its second reader sees it, who holds it */
    Translations.Open checked(UUID id, long reader) {
        return db.<Optional<Translations.Open>>fromTransaction(
                        em -> translations.open(id, LetterState.TRANSLATION_CHECK, reader, house.now()))
                .orElseThrow();
    }

    Reading open(UUID id, long reader) {
        db.inTransaction(em -> decide.claim(id, LetterState.IN_REVIEW, reader, house.now()));
        return db.fromTransaction(em -> readings.open(id, reader, house.now()).orElseThrow());
    }
}
