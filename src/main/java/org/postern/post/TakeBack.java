package org.postern.post;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Doubt;
import org.postern.letter.Actor;
import org.postern.letter.Letter;
import org.postern.letter.LetterEvent;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.ReturnPhotos;
import org.postern.letter.Unprinted;
import org.postern.letter.Writers;
import org.postern.notice.NoticeKind;
import org.postern.staff.Audit;
import org.postern.web.Settings;

/**
 * The post brought a letter back, and that is acted on at once: its writer is told, the address is in doubt, what is not
 * on paper waits, and an organiser has something to clear up. Locked as everywhere: person, place, batch, letters.
 */
@Dependent
class TakeBack {
    private final Letters letters;
    private final People people;
    private final Facilities facilities;
    private final Unprinted unprinted;
    private final Writers writers;
    private final ReturnPhotos photos;
    private final Audit audit;
    private final Settings settings;
    private final Clock clock;

    @Inject
    TakeBack(
            Letters letters,
            People people,
            Facilities facilities,
            Unprinted unprinted,
            Writers writers,
            ReturnPhotos photos,
            Audit audit,
            Settings settings,
            Clock clock) {
        this.letters = letters;
        this.people = people;
        this.facilities = facilities;
        this.unprinted = unprinted;
        this.writers = writers;
        this.photos = photos;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes one back; a letter that was taken back before stays as it was.
     *
     * @param why one of the reasons of {@link LetterState#RETURNED}
     * @param jpeg what stands on the envelope, made anew from its pixels; null for none
     */
    @Transactional
    public Answer returned(UUID id, Reason why, byte @Nullable [] jpeg, long staff) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        Recipient person = letters.byId(id)
                .flatMap(letter -> people.byId(letter.recipientId()))
                .flatMap(found -> people.lock(found.slug()))
                .orElseThrow();
        long placeId = people.whereOn(person, postedOn(letters.byId(id).orElseThrow()));
        Facility place = facilities
                .lock(Objects.requireNonNull(facilities.byIds(List.of(placeId)).get(placeId))
                        .slug())
                .orElseThrow();
        Letter letter = letters.lock(id).orElseThrow();
        if (letter.state() == LetterState.RETURNED || letter.state() == LetterState.REPLIED) {
            return Answer.TWICE;
        }
        if (letter.state() != LetterState.POSTED) {
            return Answer.NOT_POSTED;
        }
        Actor by = Actor.staff(staff);
        letter.comeBack(why, by, now);
        boolean gone = letters.wordsOf(letter).isEmpty();
        writers.tell(letter, gone ? NoticeKind.WRITE_AGAIN : NoticeKind.RETURNED, now);
        if (jpeg != null) {
            photos.keep(letter, jpeg, now);
        }
        int held = doubt(person, place.id() == person.facility().id(), why, today, by, now);
        if (place.gaveBack(today)) {
            held += people.at(place).stream()
                    .mapToInt(one -> stop(one, Reason.ADDRESS, by, now))
                    .sum();
            audit.record(staff, "place.suspended", place.slug());
        }
        audit.record(staff, "letter.returned", person.slug(), why + "; waiting: " + held);
        return Answer.DONE;
    }

    /**
     * What came back from where somebody was before says nothing of where they are now; only that they are free, or dead,
     * holds everywhere.
     *
     * @return how many letters wait from now on
     */
    private int doubt(Recipient person, boolean stillThere, Reason why, LocalDate today, Actor by, Instant now) {
        if (why == Reason.FREED || why == Reason.DECEASED) {
            person.doubted(why == Reason.DECEASED ? Doubt.DIED : Doubt.RELEASED, today);
            return stop(person, why == Reason.DECEASED ? Reason.DIED : Reason.RELEASED, by, now);
        }
        if (!stillThere) {
            return 0;
        }
        if (why == Reason.MOVED) {
            if (person.lostSince() == null) {
                person.isLost(today, "a letter came back: moved");
            }
            return stop(person, Reason.TRANSFER, by, now);
        }
        if (person.doubt() == null) {
            boolean refused = why == Reason.REFUSED_BY_CENSOR || why == Reason.REFUSED_BY_PERSON;
            person.doubted(refused ? Doubt.REFUSED : Doubt.ADDRESS, today);
        }
        return stop(person, Reason.ADDRESS, by, now);
    }

    private int stop(Recipient person, Reason why, Actor by, Instant now) {
        return unprinted.backFromBatches(person, why, by, now) + unprinted.hold(person, why, by, now);
    }

    private static LocalDate postedOn(Letter letter) {
        return letter.history().stream()
                .filter(event -> event.to() == LetterState.POSTED)
                .map(LetterEvent::hour)
                .findFirst()
                .map(hour -> LocalDate.ofInstant(hour, ZoneOffset.UTC))
                .orElse(LocalDate.MAX);
    }
}
