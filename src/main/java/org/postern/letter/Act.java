package org.postern.letter;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;

/** What an organiser does to a person, a place or a route, as far as letters are concerned. */
@SuppressWarnings("ImmutableEnumChecker") // made once, never changed
public enum Act {
    /** To a known place. */
    MOVED(null, EnumSet.complementOf(EnumSet.of(Reason.ENOUGH)), Reach.BATCHES),
    /** Moved, and nobody knows where to. */
    LOST(Reason.TRANSFER, Set.of(), Reach.BATCHES),
    RELEASED(Reason.RELEASED, Set.of(), Reach.BATCHES),
    DIED(Reason.DIED, Set.of(), Reach.BATCHES),
    ENOUGH(Reason.ENOUGH, Set.of(), Reach.BATCHES),
    /** Listed again after "enough". */
    WANTED(null, EnumSet.of(Reason.ENOUGH), Reach.HELD),
    /** Letters came back, and somebody made sure that the next ones arrive. */
    ARRIVES(null, EnumSet.of(Reason.ADDRESS, Reason.RELEASED, Reason.DIED, Reason.FAULT, Reason.ORGANISER), Reach.HELD),
    /** The address is other lines. */
    MENDED(null, EnumSet.of(Reason.ADDRESS, Reason.FAULT), Reach.BATCHES),
    /** The address is true as it stands. */
    CHECKED(null, EnumSet.of(Reason.ADDRESS), Reach.HELD),
    /** Other rules: what is not on its way to paper is set by them. */
    RULED(null, EnumSet.of(Reason.FAULT), Reach.UNBUILT),
    ROUTE_CLOSED(Reason.NO_ROUTE, Set.of(), Reach.BATCHES),
    ROUTE_OPENED(null, EnumSet.of(Reason.NO_ROUTE), Reach.HELD);

    private final @Nullable Reason holds;
    private final Set<Reason> mends;
    private final Reach reach;

    Act(@Nullable Reason holds, Set<Reason> mends, Reach reach) {
        this.holds = holds;
        this.mends = mends;
        this.reach = reach;
    }

    /** @return why approved letters wait from then on; null: they do not */
    public @Nullable Reason holds() {
        return holds;
    }

    /** @return held letters go on that waited for one of these */
    public Set<Reason> mends() {
        return mends;
    }

    Reach reach() {
        return reach;
    }

    /** Which letters a deed touches. */
    enum Reach {
        /** Those alone that wait for it. */
        HELD,
        /** Those that are approved, too, and those in batches whose files nobody took. */
        UNBUILT,
        /** All that did not leave: what was frozen for them is not to be posted. */
        BATCHES
    }
}
