package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postern.review.AlikeLetters.Undone;
import org.postern.review.Together.Outcome;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** Letters to several people with much the same words, read as one: what differs is marked. */
@Path("/desk/review/letters/{id:[0-9a-f-]{36}}/alike")
@RolesAllowed(Roles.MODERATOR)
@RequestScoped
public class ReadAlike {
    @Inject
    private Reader reader;

    @Inject
    private Alike alike;

    @Inject
    private Together together;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public ReadAlike() {}

    /** Takes up those that nobody else has. */
    @POST
    public Response take() {
        if (reader.open(id).isEmpty()) {
            return gone();
        }
        alike.takeUp(id, reader.id(), reader.now());
        return Redirect.to("/desk/review/letters/" + id + "/alike");
    }

    @GET
    public Response read() {
        List<Reading> open = open(List.of());
        return open.isEmpty() ? gone() : show(AlikeLetters.of(open, Typed.NOTHING, null), 200);
    }

    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Typed typed = Typed.in(form);
        String decision = form.text("decision");
        List<Seen> ticked = Seen.all(form.all("seen"));
        if (decision.equals("longer")) {
            return longer(ticked, typed);
        }
        String missing = missing(decision, typed, ticked);
        if (!missing.isEmpty()) {
            return show(again(ticked, typed).lacking(missing), 400);
        }
        Outcome outcome = together.decide(id, decision, ticked, typed, reader.id(), reader.now());
        return outcome.undone().isEmpty()
                ? Redirect.to("/desk/review?said=" + said(decision, ticked))
                : show(
                        AlikeLetters.of(outcome.left(), typed, Set.of()).after(outcome.decided(), outcome.undone()),
                        409);
    }

    private static String said(String decision, List<Seen> ticked) {
        if (decision.equals("release")) {
            return "together-back";
        }
        boolean first = decision.equals("approve") && ticked.get(0).goes().equals("first");
        return first ? "together-first" : "together";
    }

    private static String missing(String decision, Typed typed, List<Seen> ticked) {
        if (ticked.isEmpty()) {
            return "letters";
        }
        if (decision.equals("refuse")) {
            return typed.reason().isEmpty() ? "refusal" : "";
        }
        boolean says = !typed.asAdvice().isEmpty();
        return decision.equals("changes") && !says ? "advice" : "";
    }

    /** Half an hour more for all of them; those that went back meanwhile too, if nobody took them. */
    private Response longer(List<Seen> ticked, Typed typed) {
        alike.takeUp(id, reader.id(), reader.now());
        return show(again(ticked, typed).saying("longer"), 200);
    }

    /** The same page once more. What is not any more as it was seen is named, and not ticked. */
    private AlikeLetters again(List<Seen> ticked, Typed typed) {
        List<Reading> open = open(ticked);
        List<Seen> same = ticked.stream()
                .filter(seen -> open.stream().anyMatch(seen::isOf))
                .toList();
        List<Undone> other = ticked.stream()
                .filter(seen -> !same.contains(seen))
                .map(seen -> together.lost(seen, open))
                .toList();
        return AlikeLetters.of(open, typed, same.stream().map(Seen::letter).collect(Collectors.toSet()))
                .after(0, other);
    }

    private List<Reading> open(List<Seen> ticked) {
        List<UUID> wanted = Stream.concat(Stream.of(id), ticked.stream().map(Seen::letter))
                .distinct()
                .toList();
        return alike.open(wanted, reader.id(), reader.now());
    }

    private static Response gone() {
        return Redirect.to("/desk/review?said=not-now-claim");
    }

    private static Response show(AlikeLetters model, int status) {
        return Reader.show(Page.of("review/alike", model), status);
    }
}
