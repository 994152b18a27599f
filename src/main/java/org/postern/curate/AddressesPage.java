package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.AddressTasks;
import org.postern.letter.ReturnPhoto;
import org.postern.letter.ReturnPhotos;
import org.postern.staff.Roles;
import org.postern.web.Page;
import org.postern.web.Settings;

/** Everything about addresses that keeps letters from arriving, each with what mends it. For organisers. */
@Path("/desk/addresses")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class AddressesPage {
    private static final Set<String> SAID = Set.of("arrives", "open", "checked", "source");

    @Inject
    private AddressTasks tasks;

    @Inject
    private People people;

    @Inject
    private ReturnPhotos photos;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public AddressesPage() {}

    /**
     * @param photos of envelopes that came back, by person
     * @param photosOfPlaces the same, by place
     * @param said empty, or the message {@code addresses.said.<said>} with {@code went}
     */
    public record Model(
            AddressTasks.Open open,
            Map<Long, List<ReturnPhoto>> photos,
            Map<Long, List<ReturnPhoto>> photosOfPlaces,
            String said,
            int went) {}

    @GET
    @Transactional
    public Page list(
            @QueryParam("said") @DefaultValue("") String said, @QueryParam("went") @DefaultValue("0") int went) {
        AddressTasks.Open open = tasks.open(LocalDate.ofInstant(clock.instant(), settings.zone()));
        Map<Long, List<ReturnPhoto>> shots = byPerson(
                open.people().stream().map(AddressTasks.PersonTask::person).toList());
        Map<Long, List<ReturnPhoto>> ofPlaces = open.places().stream()
                .map(AddressTasks.PlaceTask::place)
                .collect(Collectors.toMap(
                        Facility::id,
                        place -> byPerson(people.at(place)).values().stream()
                                .flatMap(List::stream)
                                .toList()));
        return Page.of(
                        "curate/addresses",
                        new Model(open, shots, ofPlaces, SAID.contains(said) ? said : "", Math.max(0, went)))
                .keptSecret();
    }

    private Map<Long, List<ReturnPhoto>> byPerson(List<Recipient> persons) {
        return photos.to(persons.stream().map(Recipient::id).toList()).stream()
                .collect(Collectors.groupingBy(ReturnPhoto::recipientId));
    }

    @GET
    @Path("/photos/{id:[0-9a-f-]{36}}.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] photo(@PathParam("id") UUID id) {
        return photos.open(id).orElseThrow(NotFoundException::new);
    }
}
