package org.postern.curate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.postern.vault.Vault;
import org.postern.web.Starting;

/** Before anything is sealed, demo data included, there is a wrapping key, and it fits the database. */
@Dependent
public class FirstKey {
    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public FirstKey() {}

    void make(@Observes @Priority(1) Starting starting) {
        vault.rotate(clock.instant());
    }
}
