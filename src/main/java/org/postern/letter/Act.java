package org.postern.letter;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState.Reason;

/** What an organiser does to a person, a place or a route, as far as letters are concerned. */
@SuppressWarnings("ImmutableEnumChecker") // made once, never changed
public enum Act {
    /** To a known place. */
    MOVED(null, EnumSet.complementOf(EnumSet.of(Reason.ENOUGH, Reason.NO_ROUTE)), true),
    /** Moved, and nobody knows where to. */
    LOST(Reason.TRANSFER, Set.of(), true),
    RELEASED(Reason.RELEASED, Set.of(), true),
    DIED(Reason.DIED, Set.of(), true),
    ENOUGH(Reason.ENOUGH, Set.of(), true),
    /** Listed again after "enough". */
    WANTED(null, EnumSet.of(Reason.ENOUGH), false),
    /** Letters came back, and somebody made sure that the next ones arrive. */
    ARRIVES(null, EnumSet.of(Reason.ADDRESS, Reason.RELEASED, Reason.DIED, Reason.FAULT, Reason.ORGANISER), false),
    /** The address is other lines. */
    MENDED(null, EnumSet.of(Reason.ADDRESS, Reason.FAULT), true),
    /** The address is true as it stands. */
    CHECKED(null, EnumSet.of(Reason.ADDRESS), false),
    RULED(null, EnumSet.of(Reason.FAULT), true),
    ROUTE_CLOSED(Reason.NO_ROUTE, Set.of(), true),
    ROUTE_OPENED(null, EnumSet.of(Reason.NO_ROUTE), false);

    private final @Nullable Reason holds;
    private final Set<Reason> mends;
    private final boolean reaches;

    Act(@Nullable Reason holds, Set<Reason> mends, boolean reaches) {
        this.holds = holds;
        this.mends = mends;
        this.reaches = reaches;
    }

    /** @return why approved letters wait from then on; null: they do not */
    public @Nullable Reason holds() {
        return holds;
    }

    /** @return held letters go on that waited for one of these */
    public Set<Reason> mends() {
        return mends;
    }

    /** @return whether it changes what is printed of letters that are approved or in a batch already */
    boolean reachesBatches() {
        return reaches;
    }
}
