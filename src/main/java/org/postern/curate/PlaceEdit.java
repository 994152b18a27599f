package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.Objection;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Act;
import org.postern.letter.Preview;
import org.postern.letter.Touched;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Settings;

/** The address of one place, to be mended in both scripts. */
@Path("/desk/facilities/{slug}/edit")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class PlaceEdit {
    /** Whose addresses are set as a trial: a long name may no longer fit; hundreds would take seconds. */
    private static final int TRIED = 40;

    @Inject
    private Facilities facilities;

    @Inject
    private People people;

    @Inject
    private TendPlace tend;

    @Inject
    private AddressLook addressLook;

    @Inject
    private Preview preview;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public PlaceEdit() {}

    /**
     * The form.
     *
     * @param place as stored
     * @param touched what other lines of the address do to letters, before they are saved
     * @param looks the address as it will be printed if this is saved, for the first person there; empty while nobody is
     */
    public record Model(Facility place, Edited form, Touched touched, List<AddressLook.Look> looks) {}

    @GET
    @Transactional
    public Page form(@PathParam("slug") String slug) {
        Facility place = facilities.bySlug(slug).orElseThrow(NotFoundException::new);
        return page(place, Edited.fresh(PlaceFields.of(place)), people.at(place));
    }

    /** Saves, or only looks when {@code look} was pressed. */
    @POST
    @Transactional
    public Response save(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Facility place = facilities.lock(slug).orElseThrow(NotFoundException::new);
        Form sent = Form.of(request);
        Edited edited = Edited.of(sent, PlaceFields.of(place));
        List<Objection> found = new ArrayList<>(
                PlaceFields.objections(edited.typed(), LocalDate.ofInstant(clock.instant(), settings.zone())));
        List<Recipient> there = people.at(place);
        if (found.isEmpty()) {
            Facility wouldBe = PlaceFields.like(place, edited.typed());
            there = there.stream()
                    .map(person -> PersonFields.like(person, wouldBe))
                    .toList();
            there.stream()
                    .limit(TRIED)
                    .flatMap(person -> addressLook.objectionsTo(person, "name").stream())
                    .findFirst()
                    .ifPresent(found::add);
        }
        edited = edited.against(found);
        if (sent.has("look") && edited.isGood()) {
            return Response.ok(page(place, edited, there)).build();
        }
        if (!edited.isGood()) {
            return PersonPage.wrong(page(place, edited, there));
        }
        int went = edited.changes().isEmpty() ? 0 : tend.address(place, edited);
        return Response.seeOther(URI.create("/desk/facilities/" + slug + "?said=address&went=" + went))
                .build();
    }

    private Page page(Facility place, Edited edited, List<Recipient> there) {
        List<AddressLook.Look> looks =
                there.stream().limit(1).map(addressLook::of).toList();
        return Page.of(
                "curate/placeEdit",
                new Model(
                        place,
                        edited,
                        preview.of(people.at(place), clock.instant()).by(Act.MENDED),
                        looks));
    }
}
