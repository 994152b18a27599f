package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.Letters;
import org.postern.staff.Roles;
import org.postern.web.Page;
import org.postern.web.Settings;

/** The places, those first whose address somebody must look at. */
@Path("/desk/facilities")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class FacilitiesPage {
    @Inject
    private Facilities facilities;

    @Inject
    private People people;

    @Inject
    private Letters letters;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public FacilitiesPage() {}

    /** All places; those that must be checked come first. */
    public record Index(List<Row> rows) {
        public long toCheck() {
            return rows.stream().filter(Row::mustBeChecked).count();
        }
    }

    /**
     * One place.
     *
     * @param people how many are there
     * @param held letters that wait for its address
     */
    public record Row(Facility place, long people, long held, boolean mustBeChecked) {}

    @GET
    @Transactional
    public Page list() {
        Map<Long, List<Recipient>> byPlace = people.all().stream()
                .collect(Collectors.groupingBy(person -> person.facility().id()));
        Map<Long, Long> held = letters.heldByPerson(Reason.ADDRESS);
        return Page.of(
                "curate/facilities",
                new Index(facilities.all().stream()
                        .map(place -> row(place, byPlace.getOrDefault(place.id(), List.of()), held))
                        .sorted(Comparator.comparing(Row::mustBeChecked).reversed())
                        .toList()));
    }

    private Row row(Facility place, List<Recipient> there, Map<Long, Long> held) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return new Row(place, there.size(), held(held, there), place.mustBeChecked(today));
    }

    /** @return how many letters to these people are among those held */
    static long held(Map<Long, Long> byPerson, List<Recipient> there) {
        return there.stream()
                .mapToLong(person -> byPerson.getOrDefault(person.id(), 0L))
                .sum();
    }
}
