package org.postern.directory;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.postern.address.PostalAddress;

/** Somebody in office whom a campaign asks for something exact. */
@Entity
@DiscriminatorValue("OFFICIAL")
public class Official extends Recipient {
    private String title;
    private String office;
    private String salutation;
    private String ask;

    @SuppressWarnings("NullAway.Init")
    protected Official() {}

    /**
     * @param title before the name on the envelope, e.g. "Judge"
     * @param office what the person decides
     * @param salutation how the letter begins
     * @param ask the one exact thing that is asked
     */
    public Official(
            String slug,
            Facility facility,
            String language,
            Name name,
            Name latin,
            String title,
            String office,
            String salutation,
            String ask,
            String lead) {
        super(slug, facility, language, name, latin, lead);
        this.title = title;
        this.office = office;
        this.salutation = salutation;
        this.ask = ask;
    }

    /** In office as what, and asked for what; see the constructor. */
    public void holds(String asTitle, String whatOffice, String howToBegin, String whatIsAsked) {
        this.title = asTitle;
        this.office = whatOffice;
        this.salutation = howToBegin;
        this.ask = whatIsAsked;
    }

    @Override
    public PostalAddress address() {
        Facility at = facility();
        Facility.Place place = at.local();
        return new PostalAddress(
                name().spoken(),
                null,
                null,
                place.name(),
                null,
                place.street(),
                place.town(),
                place.region(),
                place.postcode(),
                at.country(),
                at.language());
    }

    @Override
    public String familiar() {
        return title + " " + latinName().family();
    }

    public String title() {
        return title;
    }

    public String office() {
        return office;
    }

    public String salutation() {
        return salutation;
    }

    public String ask() {
        return ask;
    }
}
