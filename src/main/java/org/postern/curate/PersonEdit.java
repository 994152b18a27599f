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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.postern.directory.Objection;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Recipient.Listing;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Settings;

/** What is told of one person, to be mended: names in both scripts, texts, number, birth, who agreed. */
@Path("/desk/people/{slug}/edit")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class PersonEdit {
    @Inject
    private People people;

    @Inject
    private TendPerson tend;

    @Inject
    private AddressLook addressLook;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public PersonEdit() {}

    /**
     * The form.
     *
     * @param person as stored
     * @param look the address as it will be printed if this is saved
     */
    public record Model(Recipient person, Edited form, AddressLook.Look look) {}

    @GET
    @Transactional
    public Page form(@PathParam("slug") String slug) {
        Recipient person = people.bySlug(slug).orElseThrow(NotFoundException::new);
        return page(person, Edited.fresh(PersonFields.of(person)), person);
    }

    /** What shows through the window of an envelope to this person. */
    @GET
    @Path("/window.png")
    @Produces("image/png")
    @Transactional
    public byte[] window(@PathParam("slug") String slug) {
        return people.bySlug(slug).flatMap(addressLook::picture).orElseThrow(NotFoundException::new);
    }

    /** Saves, or only looks when {@code look} was pressed. */
    @POST
    @Transactional
    public Response save(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Recipient person = people.lock(slug).orElseThrow(NotFoundException::new);
        Form sent = Form.of(request);
        Edited edited = Edited.of(sent, PersonFields.of(person));
        List<Objection> found = new ArrayList<>(PersonFields.objections(
                edited.typed(),
                person.listing() != Listing.HIDDEN,
                LocalDate.ofInstant(clock.instant(), settings.zone())));
        Recipient wouldBe = person;
        if (found.isEmpty()) {
            wouldBe = PersonFields.like(person, person.facility());
            PersonFields.onto(wouldBe, edited.typed());
            found.addAll(addressLook.objectionsTo(wouldBe, "family"));
        }
        edited = edited.against(found);
        if (sent.has("look") && edited.isGood()) {
            return Response.ok(page(person, edited, wouldBe)).build();
        }
        if (!edited.isGood()) {
            return PersonPage.wrong(page(person, edited, wouldBe));
        }
        if (!edited.changes().isEmpty()) {
            tend.edit(person, edited);
        }
        return Response.seeOther(URI.create("/desk/people/" + slug + "?said=edited"))
                .build();
    }

    private Page page(Recipient person, Edited edited, Recipient wouldBe) {
        return Page.of("curate/personEdit", new Model(person, edited, addressLook.of(wouldBe)));
    }
}
