package org.postern.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Escalation;
import org.postern.letter.Escalations;
import org.postern.letter.Letter;
import org.postern.letter.LetterPrints;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.Words;
import org.postern.staff.Role;
import org.postern.staff.StaffAccounts;
import org.postern.web.Settings;

/** Which letters want a second reader, or a lead, and who may be one. */
@Dependent
public class WhoReads {
    private final Letters letters;
    private final Escalations escalations;
    private final LetterPrints letterPrints;
    private final StaffAccounts accounts;
    private final Settings settings;

    @Inject
    public WhoReads(
            Letters letters,
            Escalations escalations,
            LetterPrints letterPrints,
            StaffAccounts accounts,
            Settings settings) {
        this.letters = letters;
        this.escalations = escalations;
        this.letterPrints = letterPrints;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * What a reader is told beside a letter.
     *
     * @param readers how many must find it good: {@code one}; {@code first} of two, or {@code second}; {@code alone} where
     *     two must and nobody else here reads
     * @param mayEscalate whether there is a lead to leave it to
     * @param escalated why another reader left it to a lead; null if nobody did
     * @param note of that reader; may be empty
     * @param unread whether no moderator has said that they read its language
     */
    public record Care(
            String readers, boolean mayEscalate, Escalation.@Nullable Why escalated, String note, boolean unread) {}

    /** @param flags all that are shown beside it */
    Care care(Letter letter, List<Flag> flags, long staff, Instant now) {
        return new Care(
                readers(letter, flags, staff, now),
                letters.hasAnotherLead(letter, staff),
                escalations.of(letter.id()).map(Escalation::why).orElse(null),
                escalations.noteOn(letter),
                accounts.languagesRead()
                        .filter(languages -> !languages.contains(letter.language()))
                        .isPresent());
    }

    private String readers(Letter letter, List<Flag> flags, long staff, Instant now) {
        if (letter.reading().hasFirst(letter.contentHash())) {
            return "second";
        }
        if (!wantsTwo(letter, flags, now)) {
            return "one";
        }
        return accounts.living(Role.MODERATOR).stream().anyMatch(other -> other.id() != staff) ? "first" : "alone";
    }

    /**
     * @param staff whose approval it would be
     * @return whether it stays for another reader when this one finds it good
     */
    boolean wantsAnother(Letter letter, Words words, Proof proof, long staff, Instant now) {
        String hash = letter.contentHash();
        if (letter.reading().hasFirst(hash)) {
            return letter.reading().isFirst(staff, hash) || letter.hasTouched(staff);
        }
        if (settings.twoReaders() == 0) {
            return false;
        }
        List<String> codes = words.photo() == null ? List.of() : PhotoCodes.in(words.photo());
        return wantsTwo(
                letter,
                proof.and(LookedFor.in(words.body(), letter.language(), codes)).flags(),
                now);
    }

    private boolean wantsTwo(Letter letter, List<Flag> flags, Instant now) {
        int from = settings.twoReaders();
        return from > 0
                && Score.of(
                                flags,
                                !letterPrints
                                        .alike(letter, LetterState.IN_REVIEW, now)
                                        .isEmpty())
                        >= from;
    }

    boolean isLead(long staff) {
        return Optional.ofNullable(accounts.find(staff))
                .filter(account -> account.living() && account.lead())
                .isPresent();
    }
}
