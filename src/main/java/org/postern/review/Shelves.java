package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postern.directory.People;
import org.postern.letter.LetterState;
import org.postern.letter.Piles;
import org.postern.letter.Piles.Pile;
import org.postern.staff.StaffAccount;
import org.postern.staff.StaffAccounts;

/** Puts together what the reading room shows to one reader. */
@Dependent
class Shelves {
    private final Piles piles;
    private final People people;
    private final StaffAccounts accounts;

    @Inject
    public Shelves(Piles piles, People people, StaffAccounts accounts) {
        this.piles = piles;
        this.people = people;
        this.accounts = accounts;
    }

    @Transactional
    public Shelf of(long staff, int open, int most, Instant now) {
        LocalDate monday =
                LocalDate.ofInstant(now, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Shelf(
                tongues(staff, now),
                piles.lapsed(LetterState.IN_REVIEW, staff, now).stream()
                        .map(lapsed -> new Shelf.Lapsed(
                                lapsed.id(),
                                people.byId(lapsed.recipientId())
                                        .orElseThrow()
                                        .latinName()
                                        .spoken(),
                                lapsed.at()))
                        .toList(),
                open,
                most,
                piles.readBy(staff, LetterState.IN_REVIEW, monday),
                piles.readBy(staff, LetterState.IN_REVIEW, LocalDate.EPOCH));
    }

    /** @return how many letters this reader may be dealt at this moment, those of their own with them */
    @Transactional
    public long dealable(long staff, Instant now) {
        return piles.dealable(staff, now);
    }

    private List<Shelf.Tongue> tongues(long staff, Instant now) {
        StaffAccount account = accounts.find(staff);
        Set<String> own = account == null ? Set.of() : account.languages();
        Optional<Set<String>> read = accounts.languagesRead();
        Map<String, Pile> byLanguage = new TreeMap<>();
        for (Pile pile : piles.in(LetterState.IN_REVIEW, now)) {
            byLanguage.merge(pile.language(), pile, Shelves::together);
        }
        return byLanguage.values().stream()
                .sorted(Comparator.comparing(Pile::oldest))
                .map(pile -> new Shelf.Tongue(
                        pile.language(),
                        pile.letters(),
                        Math.max(0, Duration.between(pile.oldest(), now).toHours()),
                        own.isEmpty() || own.contains(pile.language()),
                        read.filter(languages -> !languages.contains(pile.language()))
                                .isPresent()))
                .toList();
    }

    private static Pile together(Pile one, Pile other) {
        return new Pile(
                one.language(),
                one.recipientId(),
                one.letters() + other.letters(),
                one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest());
    }
}
