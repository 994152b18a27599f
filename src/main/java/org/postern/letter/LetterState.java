package org.postern.letter;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter is. Every question about a state is an exhaustive switch: a new constant does not compile until each
 * has an answer. {@code src/docs/journey.md} is this enum, printed and compared by a test.
 */
public enum LetterState {
    /** Being written; the words are already sealed and safe. */
    DRAFT,
    /** Sent with an e-mail address that nobody has confirmed yet. */
    UNCONFIRMED,
    /** Waits for a reader, or is being read. */
    IN_REVIEW,
    /** Back with its writer, with advice. */
    CHANGES_ASKED,
    /** Waits for a translator, or is being translated. */
    IN_TRANSLATION,
    /** Translated; waits for a second reader. */
    TRANSLATION_CHECK,
    /** Approved; waits to be printed. */
    READY,
    /** Approved, but must not be printed now; the reason says why. */
    HELD,
    /** In a volunteer's batch. */
    BATCHED,
    /** On paper. */
    PRINTED,
    /** A paper may exist and nobody has said what became of it: only a person decides. */
    UNSURE,
    /** In the post. What happens from there nobody tells us. */
    POSTED,
    /** Came back; the reason says why. */
    RETURNED,
    /** Answered. */
    REPLIED,
    /** Kept to be handed over on release. */
    BANKED,
    /** Taken by its writer to post it alone; not in the postal counts. */
    SELF_POSTED,
    /** Will not be printed; the reason says why. */
    REFUSED,
    /** Taken back by its writer. */
    WITHDRAWN,
    /** Its time ran out before it could go on. */
    EXPIRED;

    /** Why a letter is held, came back or was refused, or why its paper is taken out. */
    public enum Reason {
        // held
        TRANSFER,
        RELEASED,
        DIED,
        ENOUGH,
        ADDRESS,
        NO_ROUTE,
        FAULT,
        ORGANISER,
        // returned
        MOVED,
        FREED,
        REFUSED_BY_CENSOR,
        REFUSED_BY_PERSON,
        INSUFFICIENT_ADDRESS,
        UNKNOWN_PERSON,
        DECEASED,
        OTHER,
        // refused by a reader
        ENDANGERS,
        ABUSE,
        SPAM,
        NOT_A_LETTER,
        RULES,
        // beside a paper that is to be taken out of its stack; a state needs no word for it
        WITHDRAWN
    }

    private static final Set<Reason> HELD_FOR = EnumSet.range(Reason.TRANSFER, Reason.ORGANISER);
    private static final Set<Reason> RETURNED_FOR = EnumSet.range(Reason.MOVED, Reason.OTHER);
    private static final Set<Reason> REFUSED_FOR = EnumSet.range(Reason.ENDANGERS, Reason.RULES);

    /** @return the states that may follow */
    public Set<LetterState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(UNCONFIRMED, IN_REVIEW, WITHDRAWN, EXPIRED);
            case UNCONFIRMED -> EnumSet.of(IN_REVIEW, WITHDRAWN, EXPIRED);
            case IN_REVIEW -> EnumSet.of(READY, IN_TRANSLATION, CHANGES_ASKED, REFUSED, HELD, WITHDRAWN);
            case CHANGES_ASKED -> EnumSet.of(IN_REVIEW, WITHDRAWN, EXPIRED);
            case IN_TRANSLATION -> EnumSet.of(TRANSLATION_CHECK, IN_REVIEW, HELD, WITHDRAWN);
            case TRANSLATION_CHECK -> EnumSet.of(READY, IN_TRANSLATION, IN_REVIEW, HELD, WITHDRAWN);
            case READY -> EnumSet.of(BATCHED, IN_REVIEW, TRANSLATION_CHECK, HELD, SELF_POSTED, WITHDRAWN);
            case HELD -> EnumSet.of(READY, IN_REVIEW, TRANSLATION_CHECK, BANKED, WITHDRAWN, EXPIRED);
            case BATCHED -> EnumSet.of(PRINTED, READY, UNSURE, HELD, WITHDRAWN);
            case PRINTED -> EnumSet.of(POSTED, BATCHED, READY, UNSURE, HELD);
            case UNSURE -> EnumSet.of(POSTED, READY, HELD);
            case POSTED -> EnumSet.of(PRINTED, RETURNED, REPLIED);
            case RETURNED -> EnumSet.of(REPLIED);
            case BANKED -> EnumSet.of(POSTED, WITHDRAWN);
            case REFUSED -> EnumSet.of(IN_REVIEW);
            case REPLIED, SELF_POSTED, WITHDRAWN, EXPIRED -> EnumSet.noneOf(LetterState.class);
        };
    }

    /** @return whether a line of a batch holds it */
    public boolean isInBatch() {
        return switch (this) {
            case BATCHED, PRINTED, UNSURE -> true;
            case DRAFT,
                    UNCONFIRMED,
                    IN_REVIEW,
                    CHANGES_ASKED,
                    IN_TRANSLATION,
                    TRANSLATION_CHECK,
                    READY,
                    HELD,
                    POSTED,
                    RETURNED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED,
                    REFUSED,
                    WITHDRAWN,
                    EXPIRED -> false;
        };
    }

    /** @return how long it may stay before the desk reports it as stuck; null: for ever */
    public @Nullable Duration patience() {
        return switch (this) {
            case IN_REVIEW, TRANSLATION_CHECK -> Duration.ofDays(3);
            case IN_TRANSLATION -> Duration.ofDays(7);
            case READY -> Duration.ofDays(14);
            case HELD -> Duration.ofDays(90);
            case BATCHED, PRINTED, UNSURE -> Duration.ofDays(2);
            case DRAFT,
                    UNCONFIRMED,
                    CHANGES_ASKED,
                    POSTED,
                    RETURNED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED,
                    REFUSED,
                    WITHDRAWN,
                    EXPIRED -> null;
        };
    }

    /** @return after how long, and into which state, the clock moves it; null: it waits for a person */
    public @Nullable TimeOut onTimeout() {
        return switch (this) {
            case DRAFT -> new TimeOut(Duration.ofHours(24), EXPIRED);
            case UNCONFIRMED -> new TimeOut(Duration.ofDays(7), EXPIRED);
            case CHANGES_ASKED -> new TimeOut(Duration.ofDays(14), EXPIRED);
            case IN_REVIEW,
                    IN_TRANSLATION,
                    TRANSLATION_CHECK,
                    READY,
                    HELD,
                    BATCHED,
                    PRINTED,
                    UNSURE,
                    POSTED,
                    RETURNED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED,
                    REFUSED,
                    WITHDRAWN,
                    EXPIRED -> null;
        };
    }

    /** @return how long the words are kept after it came here; null: as long as it stays */
    public @Nullable Duration keepsText() {
        return switch (this) {
            case POSTED, SELF_POSTED, RETURNED, REPLIED -> Duration.ofDays(14);
            case REFUSED -> Duration.ofDays(7);
            case WITHDRAWN, EXPIRED -> Duration.ZERO;
            case BANKED -> Duration.ofDays(730);
            case DRAFT,
                    UNCONFIRMED,
                    IN_REVIEW,
                    CHANGES_ASKED,
                    IN_TRANSLATION,
                    TRANSLATION_CHECK,
                    READY,
                    HELD,
                    BATCHED,
                    PRINTED,
                    UNSURE -> null;
        };
    }

    /** @return how long one member of staff may keep it to work on it; null: nobody claims it here */
    public @Nullable Duration claim() {
        return switch (this) {
            case IN_REVIEW, TRANSLATION_CHECK -> Duration.ofMinutes(30);
            case IN_TRANSLATION -> Duration.ofDays(7);
            case DRAFT,
                    UNCONFIRMED,
                    CHANGES_ASKED,
                    READY,
                    HELD,
                    BATCHED,
                    PRINTED,
                    UNSURE,
                    POSTED,
                    RETURNED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED,
                    REFUSED,
                    WITHDRAWN,
                    EXPIRED -> null;
        };
    }

    /** @return the reasons that may stand beside it; empty: none does */
    public Set<Reason> reasons() {
        return switch (this) {
            case HELD -> HELD_FOR;
            case RETURNED -> RETURNED_FOR;
            case REFUSED -> REFUSED_FOR;
            case DRAFT,
                    UNCONFIRMED,
                    IN_REVIEW,
                    CHANGES_ASKED,
                    IN_TRANSLATION,
                    TRANSLATION_CHECK,
                    READY,
                    BATCHED,
                    PRINTED,
                    UNSURE,
                    POSTED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED,
                    WITHDRAWN,
                    EXPIRED -> EnumSet.noneOf(Reason.class);
        };
    }

    /** @return whether its writer may still change the words; afterwards a volunteer has them */
    public boolean mayEdit() {
        return switch (this) {
            case DRAFT, UNCONFIRMED, IN_REVIEW, CHANGES_ASKED, IN_TRANSLATION, TRANSLATION_CHECK, READY, HELD -> true;
            case BATCHED,
                    PRINTED,
                    UNSURE,
                    POSTED,
                    RETURNED,
                    REPLIED,
                    BANKED,
                    SELF_POSTED,
                    REFUSED,
                    WITHDRAWN,
                    EXPIRED -> false;
        };
    }

    /** @return whether its writer may still take it back; a paper that exists cannot be called back */
    public boolean mayWithdraw() {
        return next().contains(WITHDRAWN);
    }

    /**
     * What the clock does by itself.
     *
     * @param after since it came into the state
     * @param into the state that follows
     */
    public record TimeOut(Duration after, LetterState into) {}
}
