package org.postern.curate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.LetterCounts;
import org.postern.letter.LetterCounts.Scope;
import org.postern.letter.LetterState;
import org.postern.staff.Roles;
import org.postern.web.Page;

/** The address book: everybody, shown or not, with how many letters wait. */
@Path("/desk/people")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class PeoplePage {
    @Inject
    private People people;

    @Inject
    private LetterCounts counts;

    @SuppressWarnings("NullAway.Init")
    public PeoplePage() {}

    /** The list, by name. */
    public record Model(List<Row> rows) {
        /** @return how many people the public cannot see */
        public long hidden() {
            return rows.stream()
                    .filter(row -> row.person().listing() == Recipient.Listing.HIDDEN)
                    .count();
        }
    }

    /**
     * One person.
     *
     * @param waiting letters sent and not yet in the post
     * @param held of these, held
     */
    public record Row(Recipient person, long waiting, long held) {}

    @GET
    @Transactional
    public Page list() {
        Map<Long, Map<LetterState, Long>> now = counts.nowByPerson(Scope.ALL);
        return Page.of(
                "curate/people",
                new Model(people.all().stream()
                        .map(person -> row(person, now.getOrDefault(person.id(), Map.of())))
                        .toList()));
    }

    private static Row row(Recipient person, Map<LetterState, Long> counts) {
        return new Row(person, Shown.waiting(counts), counts.getOrDefault(LetterState.HELD, 0L));
    }
}
