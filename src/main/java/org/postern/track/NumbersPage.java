package org.postern.track;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.letter.LetterWeeks;
import org.postern.letter.LetterWeeks.PersonWeek;
import org.postern.letter.Steps;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Csv;
import org.postern.web.Page;

/** The numbers at the desk, to look at and to take away, which is audited. Exact: who may see them is staff. */
@Path("/desk")
@RolesAllowed({Roles.ORGANISER, Roles.ADMIN})
@RequestScoped
public class NumbersPage {
    @Inject
    private Numbers numbers;

    @Inject
    private LetterWeeks weeks;

    @Inject
    private People people;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public NumbersPage() {}

    @GET
    @Path("numbers")
    @Transactional
    public Page look(@Context UriInfo asked) {
        return Page.of("track/numbers", numbers.to(question(asked.getQueryParameters()), clock.instant()));
    }

    /** A line for each week and person with anything to count; columns in {@code src/docs/numbers.md}. */
    @GET
    @Path("numbers.csv")
    @Transactional
    public Response take(@Context UriInfo asked) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Question question = question(asked.getQueryParameters());
        List<LocalDate> mondays = question.mondays(today);
        List<PersonWeek> weekly = weeks.stepsByPerson(
                question.scope(),
                mondays.get(0),
                mondays.get(mondays.size() - 1).plusWeeks(1));
        audit.record(staff.id(), "numbers.exported", mondays.get(0) + "/" + today);
        return csv(
                        weekly,
                        people.byIds(
                                weekly.stream().map(PersonWeek::recipientId).collect(Collectors.toSet())))
                .named("postern-numbers-" + today + ".csv");
    }

    static Csv csv(List<PersonWeek> weekly, Map<Long, Recipient> people) {
        Csv csv = new Csv(
                "week",
                "person_id",
                "person",
                "country",
                "written",
                "approved",
                "printed",
                "posted",
                "returned",
                "replied");
        for (PersonWeek week : weekly) {
            Recipient person = people.get(week.recipientId());
            Steps steps = week.steps();
            csv.row(
                    week.monday(),
                    week.recipientId(),
                    person == null ? null : person.latinName().spoken(),
                    person == null ? null : person.country(),
                    steps.written(),
                    steps.approved(),
                    steps.printed(),
                    steps.posted(),
                    steps.returned(),
                    steps.replied());
        }
        return csv;
    }

    /** What is missing or no number becomes the usual. */
    static Question question(MultivaluedMap<String, String> asked) {
        return new Question(
                (int) number(asked.getFirst("weeks"), 26),
                number(asked.getFirst("person")),
                number(asked.getFirst("campaign")),
                (int) number(asked.getFirst("fewer"), 3),
                (int) number(asked.getFirst("in"), 6),
                "all".equals(asked.getFirst("people")));
    }

    private static long number(@Nullable String text, long otherwise) {
        Long number = number(text);
        return number == null ? otherwise : number;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Long.valueOf(text) : null;
    }
}
