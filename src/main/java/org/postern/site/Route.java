package org.postern.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Whether a site's post reaches a country, and when somebody last made sure. */
@Embeddable
public class Route {
    /** ISO 3166 alpha-2; here and not only as a key, since EclipseLink takes equal values of a map for one. */
    private String country;

    private boolean served;

    @Column(name = "checked_on")
    private LocalDate checkedOn;

    @SuppressWarnings("NullAway.Init")
    protected Route() {}

    public Route(String country, boolean served, LocalDate checkedOn) {
        this.country = country;
        this.served = served;
        this.checkedOn = checkedOn;
    }

    String country() {
        return country;
    }

    public boolean served() {
        return served;
    }

    public LocalDate checkedOn() {
        return checkedOn;
    }
}
