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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postern.review.Together.Outcome;
import org.postern.review.Together.Seen;
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
    private Together together;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public ReadAlike() {}

    /**
     * One of them.
     *
     * @param beside the first letter's words
     */
    public record Same(Reading reading, Beside beside, boolean ticked) {
        /** A letter in which more is different has to be read by itself. */
        private static final double MOST_DIFFERENT = 0.15;

        /** @return why it is not decided here: {@code stops}, {@code photo}, {@code differs}; null if it may be */
        public @Nullable String alone() {
            if (reading.proof().stops()) {
                return "stops";
            }
            return reading.photo() ? "photo" : beside.differs() > MOST_DIFFERENT ? "differs" : null;
        }

        /** @return the letter with what was seen of it, as the form brings it back */
        public String seen() {
            return Seen.text(reading);
        }
    }

    /**
     * A letter on which nothing was decided.
     *
     * @param why {@code changed}, {@code claim}, {@code state} or {@code busy}
     */
    public record Undone(String to, String why) {}

    /**
     * All that this reader has open of them, the one that was read first.
     *
     * @param typed what was typed, and ticked, so far
     * @param missing empty, or the message {@code alike.missing.<missing>}
     * @param decided how many were decided at the last press, if some were not
     * @param undone those that were not
     */
    public record Model(List<Same> letters, Typed typed, String missing, int decided, List<Undone> undone) {
        /** @param ticked of these letters; null for all */
        static Model of(List<Reading> open, Typed typed, @Nullable Set<UUID> ticked) {
            return new Model(
                    open.stream()
                            .map(reading -> new Same(
                                    reading,
                                    Beside.of(open.get(0).body(), reading.body()),
                                    ticked == null || ticked.contains(reading.id())))
                            .toList(),
                    typed,
                    "",
                    0,
                    List.of());
        }

        Model lacking(String what) {
            return new Model(letters, typed, what, decided, undone);
        }

        Model after(Outcome outcome) {
            return new Model(letters, typed, missing, outcome.decided(), outcome.undone());
        }

        /** @return all words that were typed, to copy from where no letter is left */
        public String kept() {
            return typed.all();
        }

        /** @return how many may be decided here */
        public long together() {
            return letters.stream().filter(same -> same.alone() == null).count();
        }
    }

    /** Takes up those that nobody else has. */
    @POST
    public Response take() {
        Optional<Reading> first = reader.open(id);
        first.ifPresent(reading -> together.takeUp(reading, reader.id(), reader.now()));
        return first.isPresent() ? Redirect.to("/desk/review/letters/" + id + "/alike") : gone();
    }

    @GET
    public Response read() {
        List<Reading> open = together.open(id, reader.id(), reader.now());
        return open.isEmpty() ? gone() : show(Model.of(open, Typed.NOTHING, null), 200);
    }

    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Typed typed = Typed.in(form);
        String decision = form.text("decision");
        List<Seen> ticked = Seen.all(form.all("seen"));
        String missing = missing(decision, typed, ticked);
        if (!missing.isEmpty()) {
            List<Reading> open = together.open(id, reader.id(), reader.now());
            Set<UUID> before = ticked.stream().map(Seen::letter).collect(Collectors.toSet());
            return show(Model.of(open, typed, before).lacking(missing), 400);
        }
        Outcome outcome = together.decide(decision, ticked, typed, reader.id(), reader.now());
        return outcome.undone().isEmpty()
                ? Redirect.to("/desk/review?said=together")
                : show(Model.of(outcome.left(), typed, Set.of()).after(outcome), 409);
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

    private static Response gone() {
        return Redirect.to("/desk/review?said=not-now-claim");
    }

    private static Response show(Model model, int status) {
        return Reader.show(Page.of("review/alike", model), status);
    }
}
