package org.postern.notify;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.postern.web.OwnTransaction;
import org.postern.web.Settings;
import org.postern.web.Starting;

/** Mails kept by an earlier run of the demo are counted at the start. */
@Dependent
class DemoMailCount {
    @Inject
    private DemoMails mails;

    @Inject
    private OwnTransaction transaction;

    @Inject
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    public DemoMailCount() {}

    void count(@Observes Starting starting) {
        if (settings.demo()) {
            transaction.of(() -> {
                mails.count();
                return starting;
            });
        }
    }
}
