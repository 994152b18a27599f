package org.postern.track;

import org.jspecify.annotations.Nullable;
import org.postern.letter.LetterState;
import org.postern.staff.Roles;
import org.postern.web.View;

/** Where the letters of a state stand one by one, so that a count leads to what it counts. */
public final class ListedAt {
    private ListedAt() {}

    /** @return the page, where there is one and its reader may open it; else null */
    public static @Nullable String path(LetterState state, View view) {
        return switch (state) {
            case IN_REVIEW -> view.may(Roles.MODERATOR) ? "/desk/review" : null;
            case IN_TRANSLATION -> view.may(Roles.TRANSLATOR) ? "/desk/translations" : null;
            case TRANSLATION_CHECK ->
                view.may(Roles.TRANSLATOR) || view.may(Roles.MODERATOR) ? "/desk/translations/checks" : null;
            case READY -> view.may(Roles.PRINTER) || view.may(Roles.ORGANISER) ? "/desk/batches" : null;
            case UNSURE -> view.may(Roles.PRINTER) || view.may(Roles.ORGANISER) ? "/desk/post/unsure" : null;
            // the room shows each volunteer their own batches
            case BATCHED, PRINTED -> view.may(Roles.PRINTER) ? "/desk/batches" : null;
            case HELD -> view.may(Roles.ORGANISER) ? "/desk/people" : null;
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
}
