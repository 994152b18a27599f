package org.postern.curate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.postern.letter.Contacts;
import org.postern.web.OneByOne;

/** Finds addresses that nothing keeps any longer although no mail was the last word, e.g. of a letter withdrawn. */
@ApplicationScoped
class SettledContacts {
    private static final int AT_ONCE = 500;

    private Contacts contacts;
    private OneByOne oneByOne;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected SettledContacts() {}

    @Inject
    public SettledContacts(Contacts contacts, OneByOne oneByOne, Clock clock) {
        this.contacts = contacts;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** @return how many addresses got their last day */
    public int settle() {
        Instant now = clock.instant();
        return oneByOne.each("contact", () -> contacts.settled(AT_ONCE), id -> contacts.settle(id, now));
    }
}
