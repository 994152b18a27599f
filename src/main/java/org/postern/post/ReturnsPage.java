package org.postern.post;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.Letter;
import org.postern.letter.LetterState;
import org.postern.letter.Letters;
import org.postern.letter.ReturnPhoto;
import org.postern.letter.ReturnPhotos;
import org.postern.staff.Roles;
import org.postern.web.Page;

/** What came back left something to clear up: whose address is in doubt, which places are suspended. For organisers. */
@Path("/desk/returns")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class ReturnsPage {
    @Inject
    private People people;

    @Inject
    private Facilities facilities;

    @Inject
    private Letters letters;

    @Inject
    private ReturnPhotos photos;

    @SuppressWarnings("NullAway.Init")
    public ReturnsPage() {}

    /** @param said empty, or the message {@code returns.said.<said>} with {@code went} */
    public record Model(List<Doubtful> people, List<Place> places, String said, int went) {}

    /**
     * Somebody to whom letters may not arrive.
     *
     * @param held how many letters wait
     */
    public record Doubtful(Recipient person, long held, List<ReturnPhoto> photos) {}

    /** A place for which nothing is printed. */
    public record Place(Facility place, long held) {}

    @GET
    @Transactional
    public Page list(
            @QueryParam("said") @DefaultValue("") String said, @QueryParam("went") @DefaultValue("0") int went) {
        List<Recipient> doubted = people.doubted();
        Map<Long, List<ReturnPhoto>> shots = photos
                .to(doubted.stream().map(Recipient::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ReturnPhoto::recipientId));
        Map<Long, Long> held = held(doubted);
        return Page.of(
                        "post/returns",
                        new Model(
                                doubted.stream()
                                        .map(one -> new Doubtful(
                                                one,
                                                held.getOrDefault(one.id(), 0L),
                                                shots.getOrDefault(one.id(), List.of())))
                                        .toList(),
                                facilities.suspended().stream()
                                        .map(place -> new Place(place, sum(held(people.at(place)))))
                                        .toList(),
                                Set.of("arrives", "open", "source").contains(said) ? said : "",
                                Math.max(0, went)))
                .keptSecret();
    }

    @GET
    @Path("/photos/{id:[0-9a-f-]{36}}.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] photo(@PathParam("id") UUID id) {
        return photos.open(id).orElseThrow(NotFoundException::new);
    }

    private Map<Long, Long> held(List<Recipient> persons) {
        return letters.to(persons.stream().map(Recipient::id).toList(), LetterState.HELD).stream()
                .collect(Collectors.groupingBy(Letter::recipientId, Collectors.counting()));
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
