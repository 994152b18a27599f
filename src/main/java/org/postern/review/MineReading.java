package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postern.directory.Facility;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** What a reader says of themselves: languages, places, addresses of their own, keys. */
@Path("/desk/review/mine")
@RolesAllowed({Roles.MODERATOR, Roles.TRANSLATOR})
@RequestScoped
public class MineReading {
    private static final Set<String> SAYINGS = Set.of("saved", "added", "forgotten");

    @Inject
    private WhatIRead whatIRead;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public MineReading() {}

    /**
     * The page.
     *
     * @param languages BCP 47, of letters that come or may come
     * @param reads those that the member ticked; none: all
     * @param places by country
     * @param chosen ids of the places that they ticked; none: all
     * @param addresses how many addresses of their own they named; which, the page cannot say
     * @param said empty, or the message {@code reading.said.<said>}
     * @param wrong empty, or the message {@code reading.wrong.<wrong>}
     */
    public record Model(
            List<String> languages,
            Set<String> reads,
            Map<String, List<Facility>> places,
            Set<Long> chosen,
            int addresses,
            boolean shortcuts,
            String said,
            String wrong) {}

    @GET
    public Page show(@QueryParam("said") @DefaultValue("") String said) {
        return Page.of("review/mineReading", whatIRead.of(staff.id(), SAYINGS.contains(said) ? said : "", ""))
                .keptSecret();
    }

    @POST
    public Response change(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        return switch (form.text("decision")) {
            case "save" -> save(form);
            case "add" -> add(form.text("email"));
            case "forget" -> forget();
            default -> throw new BadRequestException();
        };
    }

    private Response save(Form form) {
        whatIRead.reads(
                staff.id(),
                form.all("language"),
                form.all("place"),
                form.text("shortcuts").equals("on"));
        return Redirect.to("/desk/review/mine?said=saved");
    }

    private Response add(String email) {
        String wrong = whatIRead.owns(staff.id(), email, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return wrong.isEmpty()
                ? Redirect.to("/desk/review/mine?said=added")
                : Reader.show(Page.of("review/mineReading", whatIRead.of(staff.id(), "", wrong)), 400);
    }

    private Response forget() {
        whatIRead.ownsNothing(staff.id());
        return Redirect.to("/desk/review/mine?said=forgotten");
    }
}
