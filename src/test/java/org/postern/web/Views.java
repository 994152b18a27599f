package org.postern.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** Views for tests, as a request would make them. */
public final class Views {
    private Views() {}

    /** Of a public page, or of the desk when there are roles. */
    public static View of(String lang, boolean demo, String... roles) {
        return of(lang, demo, 0, roles);
    }

    /** With so many mails kept by the demo. */
    public static View of(String lang, boolean demo, int mails, String... roles) {
        Visit visit = new Visit();
        visit.arriveAt("/" + lang + "/people/x");
        if (roles.length > 0) {
            visit.asStaff("Marta", Set.of(roles), "form-token", Locale.forLanguageTag(lang));
        }
        return new View(visit, new Assets(), ZoneId.of("Europe/Berlin"), demo, mails);
    }
}
