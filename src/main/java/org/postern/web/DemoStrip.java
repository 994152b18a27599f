package org.postern.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What the strip of the demo counts: mails that would have been sent. Whoever keeps them says so here. */
@ApplicationScoped
public class DemoStrip {
    private final AtomicInteger mails = new AtomicInteger();

    public int mails() {
        return mails.get();
    }

    public void countMails(int all) {
        mails.set(all);
    }
}
