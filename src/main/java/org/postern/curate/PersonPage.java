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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.directory.AddressChange;
import org.postern.directory.Facilities;
import org.postern.directory.Facility;
import org.postern.directory.People;
import org.postern.directory.Recipient;
import org.postern.directory.Rule;
import org.postern.directory.RulePacks;
import org.postern.directory.Rules.Inherited;
import org.postern.letter.Act;
import org.postern.letter.LetterCounts;
import org.postern.letter.LetterCounts.Scope;
import org.postern.letter.LetterState;
import org.postern.letter.Preview;
import org.postern.letter.Touched;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** One person as organisers tend them: who may see them, where they are, what holds there. */
@Path("/desk/people/{slug}")
@RolesAllowed(Roles.ORGANISER)
@RequestScoped
public class PersonPage {
    private static final Set<String> SAID =
            Set.of("rules", "edited", "listed", "paused", "hidden", "moved", "gone", "freed", "died");

    @Inject
    private People people;

    @Inject
    private Facilities facilities;

    @Inject
    private RulePacks packs;

    @Inject
    private LetterCounts counts;

    @Inject
    private TendPerson tend;

    @Inject
    private AddressLook addressLook;

    @Inject
    private Preview preview;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public PersonPage() {}

    /**
     * The page.
     *
     * @param letters how many there are, by state
     * @param rules as they stand in the box, also when they could not be read
     * @param wrong the first line that is no rule, from 1; 0 when all are read
     * @param touches what each deed does to letters, before it is done
     * @param fault empty, or the message {@code curate.fault.<fault>}
     * @param said empty, or the message {@code curate.person.said.<said>}
     */
    public record Model(
            Recipient person,
            Map<LetterState, Long> letters,
            List<Inherited> inherited,
            String rules,
            int wrong,
            List<Move> moves,
            List<Facility> places,
            AddressLook.Look look,
            Map<Act, Touched> touches,
            String fault,
            String said) {
        public long waiting() {
            return Shown.waiting(letters);
        }
    }

    /** One line of where the person was. */
    public record Move(AddressChange change, @Nullable Facility from, Facility to) {}

    @GET
    @Transactional
    public Page show(@PathParam("slug") String slug, @QueryParam("said") @DefaultValue("") String said) {
        Recipient person = person(slug);
        return page(person, person.rulesText(), 0, "", SAID.contains(said) ? said : "");
    }

    @POST
    @Path("/rules")
    @Transactional
    public Response rule(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Recipient person = locked(slug);
        String typed = Form.of(request).raw("rules");
        try {
            tend.rule(person, typed);
            return back(slug, "rules");
        } catch (Rule.Unreadable e) {
            return wrong(page(person, typed, e.line(), "", ""));
        }
    }

    @POST
    @Path("/listing")
    @Transactional
    public Response list(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Recipient person = locked(slug);
        Form form = Form.of(request);
        switch (form.text("listing")) {
            case "paused" -> tend.pause(person);
            case "hidden" -> tend.hide(person);
            default -> {
                if (form.text("agreed-by").isEmpty() || form.text("source").isEmpty()) {
                    return wrong(page(person, person.rulesText(), 0, "consent", ""));
                }
                tend.list(person, form.text("agreed-by"), form.text("source"));
                return back(slug, "listed");
            }
        }
        return back(slug, form.text("listing"));
    }

    @POST
    @Path("/move")
    @Transactional
    public Response move(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Recipient person = locked(slug);
        Form form = Form.of(request);
        if (form.text("source").isEmpty()) {
            return wrong(page(person, person.rulesText(), 0, "source", ""));
        }
        if (form.text("to").isEmpty()) {
            tend.gone(person, form.text("source"));
            return back(slug, "gone");
        }
        Facility to = facilities.bySlug(form.text("to")).orElseThrow(NotFoundException::new);
        tend.move(person, to, form.text("source"));
        return back(slug, "moved");
    }

    /** Free, or dead: {@code fate} says which. */
    @POST
    @Path("/fate")
    @Transactional
    public Response end(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Recipient person = locked(slug);
        Form form = Form.of(request);
        if (form.text("source").isEmpty()) {
            return wrong(page(person, person.rulesText(), 0, "fate", ""));
        }
        if (form.text("fate").equals("died")) {
            tend.died(person, form.text("source"));
            return back(slug, "died");
        }
        tend.freed(person, form.text("source"));
        return back(slug, "freed");
    }

    /** Letters to this person came back; somebody made sure that the next ones arrive. */
    @POST
    @Path("/arrival")
    @Transactional
    public Response arrives(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Recipient person = locked(slug);
        String source = Form.of(request).text("source");
        return source.isEmpty()
                ? Redirect.to("/desk/addresses?said=source")
                : Redirect.to("/desk/addresses?said=arrives&went=" + tend.arrives(person, source));
    }

    private Recipient person(String slug) {
        return people.bySlug(slug).orElseThrow(NotFoundException::new);
    }

    /** Whoever changes something waits for a volunteer who is taking letters at this moment, and sees them then. */
    private Recipient locked(String slug) {
        return people.lock(slug).orElseThrow(NotFoundException::new);
    }

    private Page page(Recipient person, String rules, int wrong, String fault, String said) {
        return Page.of(
                "curate/person",
                new Model(
                        person,
                        counts.now(new Scope(person.id(), null)),
                        packs.of(person).all(),
                        rules,
                        wrong,
                        moves(person),
                        facilities.all(),
                        addressLook.of(person),
                        touches(person),
                        fault,
                        said));
    }

    private Map<Act, Touched> touches(Recipient person) {
        Preview.Standing standing = preview.of(List.of(person), clock.instant());
        return Stream.of(Act.values()).collect(Collectors.toMap(act -> act, standing::by));
    }

    private List<Move> moves(Recipient person) {
        List<AddressChange> changes = people.moves(person);
        Collection<Long> ids = changes.stream()
                .flatMap(change -> Stream.of(change.fromFacilityId(), change.toFacilityId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, Facility> places = facilities.byIds(ids);
        return changes.stream()
                .map(change -> new Move(
                        change,
                        change.fromFacilityId() == null ? null : places.get(change.fromFacilityId()),
                        Objects.requireNonNull(places.get(change.toFacilityId()))))
                .toList();
    }

    static Response wrong(Page page) {
        return Response.status(400)
                .type("text/html; charset=UTF-8")
                .entity(page.withStatus(400))
                .build();
    }

    private static Response back(String slug, String said) {
        return Response.seeOther(URI.create("/desk/people/" + slug + "?said=" + said))
                .build();
    }
}
