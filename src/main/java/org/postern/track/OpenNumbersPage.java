package org.postern.track;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.postern.web.Csv;
import org.postern.web.Languages;
import org.postern.web.Page;
import org.postern.web.Settings;

/** The open numbers, to look at and to take away. */
@Path(Languages.PATH)
@PermitAll
@RequestScoped
public class OpenNumbersPage {
    @Inject
    private OpenNumbers numbers;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public OpenNumbersPage() {}

    @GET
    @Path("numbers")
    @Transactional
    public Page look() {
        return Page.of("track/openNumbers", model());
    }

    /** A line a week; an empty cell is a count below five. */
    @GET
    @Path("numbers.csv")
    @Transactional
    public Response take() {
        Csv csv = new Csv("week", "posted");
        model().weeks().forEach(week -> csv.row(week.monday(), week.posted()));
        return csv.named("postern-numbers.csv");
    }

    private OpenNumbers.Model model() {
        return numbers.at(clock.instant(), settings.numbersExactFrom());
    }
}
