package org.postern.typeset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about itself: nothing that does not stand on its pages.
 *
 * @param language BCP 47; {@code und} where it is none
 * @param date the day on the letter; null for sheets
 */
record About(String language, String title, @Nullable LocalDate date) {

    About {
        language = language.matches("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*") ? language : "und";
    }

    static About letter(Manuscript manuscript) {
        return new About(
                manuscript.language(), Wording.date(manuscript.date(), manuscript.language()), manuscript.date());
    }
}
