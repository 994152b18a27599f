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
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.reply.PublishedLetter;
import org.postern.reply.PublishedLetter.Consent;
import org.postern.reply.PublishedLetter.Text;
import org.postern.reply.PublishedLetters;
import org.postern.staff.Audit;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;
import org.postern.web.Settings;

/** Letters of one person that everybody may read: each only with who agreed to that, when, and where it is written. */
@Path("/desk/people/{slug}/letters")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class PersonLetters {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 40_000;
    private static final int LONGEST_BY = 200;
    private static final int LONGEST_SOURCE = 300;

    @Inject
    private People people;

    @Inject
    private PublishedLetters letters;

    @Inject
    private Audit audit;

    @Inject
    private Staff staff;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public PersonLetters() {}

    /**
     * @param typed what stands in the form
     * @param wrong fields that are empty, too long or no day; each the message {@code prison.wrong.<field>}
     * @param said empty, or the message {@code prison.said.<said>}
     */
    public record Model(
            Recipient person,
            List<PublishedLetter> letters,
            Typed typed,
            List<String> wrong,
            LocalDate today,
            String said) {}

    /** As it was typed. */
    public record Typed(
            String title, String body, String language, String written, String by, String on, String source) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "", "");
    }

    @GET
    @Transactional
    public Page show(@PathParam("slug") String slug, @QueryParam("said") @DefaultValue("") String said) {
        return page(
                person(slug),
                Typed.NOTHING,
                List.of(),
                Set.of("shown", "hidden").contains(said) ? said : "");
    }

    @POST
    @Transactional
    public Response publish(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Recipient person = person(slug);
        Typed typed = typed(Form.of(request));
        List<String> wrong = wrong(typed);
        if (!wrong.isEmpty()) {
            return PersonPage.wrong(page(person, typed, wrong, ""));
        }
        LocalDate on = day(typed.on());
        var letter = new PublishedLetter(
                free(slug),
                person.id(),
                new Text(typed.title(), typed.body()),
                typed.language(),
                day(typed.written()),
                new Consent(typed.by(), on == null ? today() : on, typed.source()));
        letters.add(letter);
        audit.record(staff.id(), "prison-letter.shown", letter.slug());
        return Redirect.to("/desk/people/" + slug + "/letters?said=shown");
    }

    @POST
    @Path("/{letter:[a-z0-9-]{1,80}}/hiding")
    @Transactional
    public Response hide(@PathParam("slug") String slug, @PathParam("letter") String letter) {
        Recipient person = person(slug);
        PublishedLetter found = letters.bySlug(letter)
                .filter(one -> one.recipientId() == person.id())
                .orElseThrow(NotFoundException::new);
        found.hide();
        audit.record(staff.id(), "prison-letter.hidden", letter);
        return Redirect.to("/desk/people/" + slug + "/letters?said=hidden");
    }

    private static Typed typed(Form form) {
        return new Typed(
                form.text("title").replaceAll("\\s+", " "),
                form.raw("body").strip(),
                form.text("language"),
                form.text("written"),
                form.text("by"),
                form.text("on"),
                form.text("source"));
    }

    private List<String> wrong(Typed typed) {
        List<String> wrong = new ArrayList<>();
        check(wrong, "title", isGood(typed.title(), LONGEST_TITLE));
        check(wrong, "body", isGood(typed.body(), LONGEST_BODY));
        check(wrong, "language", typed.language().matches("[a-z]{2,3}"));
        check(wrong, "written", typed.written().isEmpty() || isPast(day(typed.written())));
        check(wrong, "by", isGood(typed.by(), LONGEST_BY));
        check(wrong, "on", isPast(day(typed.on())));
        check(wrong, "source", isGood(typed.source(), LONGEST_SOURCE));
        return wrong;
    }

    private static void check(List<String> wrong, String field, boolean good) {
        if (!good) {
            wrong.add(field);
        }
    }

    private static boolean isGood(String text, int most) {
        return !text.isBlank() && text.length() <= most;
    }

    private boolean isPast(@Nullable LocalDate day) {
        return day != null && !day.isAfter(today());
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** @return {@code vera-solodova-2}: an address says who, never what about */
    private String free(String person) {
        int n = 1;
        String cut = person.length() > 70 ? person.substring(0, 70) : person;
        while (letters.bySlug(cut + "-" + n).isPresent()) {
            n++;
        }
        return cut + "-" + n;
    }

    private Recipient person(String slug) {
        return people.bySlug(slug).orElseThrow(NotFoundException::new);
    }

    private Page page(Recipient person, Typed typed, List<String> wrong, String said) {
        return Page.of("curate/letters", new Model(person, letters.of(person), typed, wrong, today(), said))
                .keptSecret();
    }
}
