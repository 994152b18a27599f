package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.letter.Act;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.letter.Preview;
import org.postern.letter.Touched;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;
import org.postern.web.Settings;

/** One place as organisers tend it: its address in both scripts, what holds there, who is there. */
@Path("/desk/facilities/{slug}")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class FacilityPage {
    @Inject
    private Facilities facilities;

    @Inject
    private People people;

    @Inject
    private Letters letters;

    @Inject
    private TendPlace tend;

    @Inject
    private Preview preview;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public FacilityPage() {}

    /**
     * One place, whole.
     *
     * @param held letters that wait for its address
     * @param rules as they stand in the box, also when they could not be read
     * @param wrong the first line that is no rule, from 1; 0 when all are read
     * @param touches what each deed does to letters, before it is done
     * @param said empty, or the message {@code curate.place.said.<said>}
     * @param went how many letters went on
     */
    public record Model(
            Facility place,
            List<Recipient> people,
            long held,
            boolean mustBeChecked,
            String rules,
            int wrong,
            boolean needsSource,
            Map<Act, Touched> touches,
            String said,
            int went) {}

    @GET
    @Transactional
    public Page show(
            @PathParam("slug") String slug,
            @QueryParam("said") @DefaultValue("") String said,
            @QueryParam("went") @DefaultValue("0") int went) {
        Facility place = place(slug);
        return page(
                place,
                place.rulesText(),
                0,
                false,
                Set.of("rules", "checked", "address").contains(said) ? said : "",
                went);
    }

    @POST
    @Path("/rules")
    @Transactional
    public Response rule(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Facility place = locked(slug);
        String typed = Form.of(request).raw("rules");
        try {
            tend.rule(place, typed);
            return back(slug, "rules", 0);
        } catch (Rule.Unreadable e) {
            return PersonPage.wrong(page(place, typed, e.line(), false, "", 0));
        }
    }

    /** Somebody made sure today that the address is true: letters that waited for that go on. */
    @POST
    @Path("/check")
    @Transactional
    public Response check(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Facility place = locked(slug);
        Form form = Form.of(request);
        String source = form.text("source");
        boolean fromTasks = form.text("from").equals("addresses");
        if (source.isEmpty()) {
            return fromTasks
                    ? Redirect.to("/desk/addresses?said=source")
                    : PersonPage.wrong(page(place, place.rulesText(), 0, true, "", 0));
        }
        int went = tend.check(place, source);
        return fromTasks ? Redirect.to("/desk/addresses?said=checked&went=" + went) : back(slug, "checked", went);
    }

    /** It was suspended because letters came back; somebody knows why the next ones will not. */
    @POST
    @Path("/opening")
    @Transactional
    public Response open(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Facility place = locked(slug);
        String source = Form.of(request).text("source");
        return source.isEmpty()
                ? Redirect.to("/desk/addresses?said=source")
                : Redirect.to("/desk/addresses?said=open&went=" + tend.open(place, source));
    }

    private Facility place(String slug) {
        return facilities.bySlug(slug).orElseThrow(NotFoundException::new);
    }

    private Facility locked(String slug) {
        return facilities.lock(slug).orElseThrow(NotFoundException::new);
    }

    private boolean mustBeChecked(Facility place) {
        return place.mustBeChecked(LocalDate.ofInstant(clock.instant(), settings.zone()));
    }

    private Page page(Facility place, String rules, int wrong, boolean needsSource, String said, int went) {
        List<Recipient> there = people.at(place);
        return Page.of(
                "curate/facility",
                new Model(
                        place,
                        there,
                        FacilitiesPage.held(letters.heldByPerson(Reason.ADDRESS), there),
                        mustBeChecked(place),
                        rules,
                        wrong,
                        needsSource,
                        touches(there),
                        said,
                        Math.max(0, went)));
    }

    private Map<Act, Touched> touches(List<Recipient> there) {
        Preview.Standing standing = preview.of(there, clock.instant());
        return Stream.of(Act.RULED, Act.MENDED, Act.CHECKED).collect(Collectors.toMap(act -> act, standing::by));
    }

    private static Response back(String slug, String said, int went) {
        return Response.seeOther(URI.create("/desk/facilities/" + slug + "?said=" + said + "&went=" + went))
                .build();
    }
}
