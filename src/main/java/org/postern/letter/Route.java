package org.postern.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Whether a site's post reaches a country, and when somebody last made sure. */
@Embeddable
public class Route {
    private boolean served;

    @Column(name = "checked_on")
    private LocalDate checkedOn;

    @SuppressWarnings("NullAway.Init")
    protected Route() {}

    public Route(boolean served, LocalDate checkedOn) {
        this.served = served;
        this.checkedOn = checkedOn;
    }

    public boolean served() {
        return served;
    }

    public LocalDate checkedOn() {
        return checkedOn;
    }
}
