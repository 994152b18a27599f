package org.postern.post;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
        long placeId = people.whereOn(person, letters.byId(id).orElseThrow().postedOn());
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
        int held = act(person, place, why, today, by, now);
        if (saysOfThePlace(why) && place.gaveBack(today)) {
            held += stopAll(place, by, now);
            audit.record(staff, "place.suspended", place.slug());
        }
        audit.record(staff, "letter.returned", person.slug(), why + "; waiting: " + held);
        return Answer.DONE;
    }

    /**
     * What follows from a reason. What came back from where somebody was before says nothing of where they are now; only
     * that they are free, or dead, holds everywhere.
     *
     * @param place where it was posted to
     * @return how many letters wait from now on
     */
    private int act(Recipient person, Facility place, Reason why, LocalDate today, Actor by, Instant now) {
        boolean stillThere = place.id() == person.facility().id();
        return switch (why) {
            case FREED, DECEASED -> ended(person, why == Reason.DECEASED, today, by, now);
            case MOVED -> stillThere ? moved(person, today, by, now) : 0;
            case UNKNOWN_PERSON, OTHER ->
                stillThere ? doubted(person, Doubt.ADDRESS, Reason.ADDRESS, today, by, now) : 0;
            case REFUSED_BY_PERSON -> stillThere ? doubted(person, Doubt.REFUSED, Reason.ORGANISER, today, by, now) : 0;
            case INSUFFICIENT_ADDRESS -> {
                place.addressDoubted(today);
                yield stopAll(place, by, now);
            }
            case REFUSED_BY_CENSOR -> {
                // Other words may get through: letters go on, and an organiser looks at the rules of the place.
                place.censored(today);
                yield 0;
            }
            case TRANSFER,
                    RELEASED,
                    DIED,
                    ENOUGH,
                    ADDRESS,
                    NO_ROUTE,
                    FAULT,
                    ORGANISER,
                    ENDANGERS,
                    ABUSE,
                    SPAM,
                    NOT_A_LETTER,
                    RULES,
                    WITHDRAWN -> throw new IllegalArgumentException("Nothing comes back for " + why);
        };
    }

    /** Whether it counts against the place; that somebody was released, died, or did not want it proves the address. */
    private static boolean saysOfThePlace(Reason why) {
        return why != Reason.FREED && why != Reason.DECEASED && why != Reason.REFUSED_BY_PERSON;
    }

    /** That somebody died is told to an organiser first, who makes sure before anybody reads it. */
    private int ended(Recipient person, boolean died, LocalDate today, Actor by, Instant now) {
        if (person.fate() != null) {
            return 0;
        }
        person.doubted(died ? Doubt.DIED : Doubt.RELEASED, today);
        int held = stop(person, died ? Reason.DIED : Reason.RELEASED, by, now);
        if (died) {
            unprinted.hush(unprinted.heldFor(person, Reason.DIED));
        }
        return held;
    }

    private int moved(Recipient person, LocalDate today, Actor by, Instant now) {
        if (person.lostSince() == null) {
            person.isLost(today, "a letter came back: moved");
        }
        return stop(person, Reason.TRANSFER, by, now);
    }

    private int doubted(Recipient person, Doubt doubt, Reason why, LocalDate today, Actor by, Instant now) {
        if (person.doubt() == null) {
            person.doubted(doubt, today);
        }
        return stop(person, why, by, now);
    }

    private int stopAll(Facility place, Actor by, Instant now) {
        return people.at(place).stream()
                .mapToInt(one -> stop(one, Reason.ADDRESS, by, now))
                .sum();
    }

    private int stop(Recipient person, Reason why, Actor by, Instant now) {
        return unprinted.backFromBatches(person, why, by, now) + unprinted.hold(person, why, by, now);
    }
}
