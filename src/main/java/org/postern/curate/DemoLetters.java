package org.postern.curate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.RulePacks;
import org.postern.letter.Actor;
import org.postern.letter.Advice;
import org.postern.letter.Advice.About;
import org.postern.letter.Contact;
import org.postern.letter.Contacts;
import org.postern.letter.Letter;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Pages;
import org.postern.notice.NoticeKind;
import org.postern.notice.Outbox;
import org.postern.web.Settings;

/** The demo's letters: each goes by its own verbs, at its own hours, from its first word to where it is now. */
@Dependent
class DemoLetters {
    private static final Duration A_WHILE = Duration.ofMinutes(35);
    private static final Duration NEXT_DAY = Duration.ofHours(20);
    private static final Duration TO_TRANSLATE = Duration.ofHours(46);
    private static final Duration TO_CHECK = Duration.ofHours(18);
    private static final Duration DAYS = Duration.ofHours(49);

    private final Letters letters;
    private final Contacts contacts;
    private final Outbox outbox;
    private final People people;
    private final RulePacks packs;
    private final Pages pages;
    private final Settings settings;

    @Inject
    DemoLetters(
            Letters letters,
            Contacts contacts,
            Outbox outbox,
            People people,
            RulePacks packs,
            Pages pages,
            Settings settings) {
        this.letters = letters;
        this.contacts = contacts;
        this.outbox = outbox;
        this.people = people;
        this.packs = packs;
        this.pages = pages;
        this.settings = settings;
    }

    List<DemoLetter> all() {
        Map<String, Recipient> known =
                people.all().stream().collect(Collectors.toMap(Recipient::slug, Function.identity()));
        return DemoFiles.in("letters").stream()
                .map(file -> new DemoLetter(
                        file, Objects.requireNonNull(known.get(file.value("to")), () -> file.name() + " to nobody")))
                .toList();
    }

    /** Tells what happened to a letter until it was ready; what happens in a batch is told by {@link DemoBatches}. */
    void tell(DemoLetter one, DemoCrew crew, Instant now, Deeds deeds) {
        Instant begun = one.begun(now);
        Instant sent = begun.plus(A_WHILE);
        deeds.at(begun, () -> begin(one, begun));
        if (one.state() == LetterState.DRAFT) {
            return;
        }
        if (one.hasEmail()) {
            deeds.at(sent, () -> send(one, sent));
        }
        if (one.state() == LetterState.UNCONFIRMED) {
            return;
        }
        if (one.state() == LetterState.EXPIRED) {
            Instant over = sent.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
            deeds.at(over, () -> one.letter().runOut(over));
            return;
        }
        Instant arrived = sent.plus(A_WHILE);
        deeds.at(arrived, () -> arrive(one, arrived));
        if (one.state() != LetterState.IN_REVIEW) {
            read(one, crew, arrived, deeds);
        }
    }

    private void begin(DemoLetter one, Instant when) {
        String pageLanguage =
                List.of("en", "ru", "de", "fr", "es", "fa").contains(one.file().value("language"))
                        ? one.file().value("language")
                        : "en";
        Letter letter = letters.begin(
                UUID.randomUUID().toString(),
                pageLanguage,
                one.to().id(),
                one.file().value("language"),
                when);
        letter.belongTo(one.to().campaignId());
        letters.rewrite(letter, letter.language(), one.words(), pages.stationery(one.to()), when);
        one.begunAs(letter);
    }

    private void send(DemoLetter one, Instant when) {
        Letter letter = one.letter();
        var submission = letter.submission().orElseThrow();
        submission.comesFrom(contacts.of(one.email(), submission.language(), one.keeping()));
        letter.awaitConfirmation(when);
        if (one.state() == LetterState.UNCONFIRMED) {
            notice(NoticeKind.CONFIRM, letter, when);
        }
    }

    private void arrive(DemoLetter one, Instant when) {
        contacts.confirm(one.letter().submission().orElseThrow(), when);
        letters.arrive(one.letter(), LocalDate.ofInstant(when, settings.zone()), !one.hasEmail(), when);
    }

    /** A reader opens it on the next day. */
    private void read(DemoLetter one, DemoCrew crew, Instant arrived, Deeds deeds) {
        Instant read = arrived.plus(NEXT_DAY);
        long reader = one.file().name().hashCode() % 2 == 0 ? crew.reader() : crew.otherReader();
        switch (one.state()) {
            case CHANGES_ASKED -> deeds.at(read, () -> askForChanges(one, reader, read));
            case REFUSED -> deeds.at(read, () -> refuse(one, reader, read));
            case WITHDRAWN -> deeds.at(read, () -> one.letter().withdraw(read));
            default -> approve(one, reader, crew, read, deeds);
        }
    }

    private void askForChanges(DemoLetter one, long reader, Instant when) {
        Letter letter = one.letter();
        letter.claim(reader, when);
        letters.askForChanges(letter, reader, letter.fence(), advice(one), when);
        notice(NoticeKind.CHANGES_ASKED, letter, when);
    }

    private void refuse(DemoLetter one, long reader, Instant when) {
        Letter letter = one.letter();
        letter.claim(reader, when);
        letters.refuse(letter, reader, letter.fence(), one.file().one(Reason.class, "reason"), advice(one), when);
    }

    private static String advice(DemoLetter one) {
        Set<About> about = one.file().maybe("about").stream()
                .flatMap(words -> Arrays.stream(words.split(" ")))
                .map(About::valueOf)
                .collect(Collectors.toSet());
        return new Advice(one.file().text("kind"), one.file().text("advice"), about).text();
    }

    private void approve(DemoLetter one, long reader, DemoCrew crew, Instant read, Deeds deeds) {
        boolean passes = packs.of(one.to()).languages().contains(one.file().value("language"));
        boolean noRoute = one.state() == LetterState.BANKED
                || "NO_ROUTE".equals(one.file().maybe("reason").orElse(""));
        Approval onTo = noRoute ? Approval.held(Reason.NO_ROUTE) : passes ? Approval.READY : Approval.TO_TRANSLATE;
        deeds.at(read, () -> {
            Letter letter = one.letter();
            letter.claim(reader, read);
            letter.approve(reader, letter.fence(), String.valueOf(letter.contentHash()), onTo, read);
        });
        if (onTo.equals(Approval.TO_TRANSLATE)) {
            translate(one, crew, read, deeds);
        } else {
            after(one, crew, read.plus(DAYS), deeds);
        }
    }

    private void translate(DemoLetter one, DemoCrew crew, Instant read, Deeds deeds) {
        String into = one.into();
        if (into == null) {
            return;
        }
        Instant translated = read.plus(TO_TRANSLATE);
        deeds.at(translated, () -> {
            Letter letter = one.letter();
            letter.claim(crew.translator(), translated);
            letters.translate(
                    letter, crew.translator(), letter.fence(), into, one.file().text("translation"), false, translated);
        });
        if (one.state() != LetterState.TRANSLATION_CHECK) {
            Instant checked = translated.plus(TO_CHECK);
            deeds.at(checked, () -> {
                Letter letter = one.letter();
                letter.claim(crew.secondReader(), checked);
                String hash = letters.wordsToPrint(letter).orElseThrow().contentHash(pages.stationery(one.to()));
                letter.confirmTranslation(crew.secondReader(), letter.fence(), hash, Approval.READY, checked);
            });
        }
    }

    /** What keeps an approved letter from the printer. */
    private static void after(DemoLetter one, DemoCrew crew, Instant when, Deeds deeds) {
        Actor organiser = Actor.staff(crew.organiser());
        switch (one.state()) {
            case HELD -> {
                Reason why = one.file().one(Reason.class, "reason");
                if (why != Reason.NO_ROUTE) {
                    deeds.at(when, () -> one.letter().hold(why, organiser, when));
                }
            }
            case BANKED -> deeds.at(when, () -> one.letter().bank(organiser, when));
            case SELF_POSTED -> deeds.at(when, () -> one.letter().takeToPostAlone(when));
            default -> {}
        }
    }

    private void notice(NoticeKind kind, Letter letter, Instant when) {
        letter.submission()
                .flatMap(submission -> submission.contact())
                .map(Contact::id)
                .ifPresent(contact -> outbox.tell(
                        kind,
                        contact,
                        letter.id(),
                        letter.submission().orElseThrow().language(),
                        when));
    }
}
