package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
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
import java.util.stream.Stream;
import org.postern.letter.Advice;
import org.postern.letter.LetterState;
import org.postern.letter.LetterState.Reason;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/**
 * Letters to several people with much the same words, read as one: what differs is marked. Each is decided in a transaction
 * of its own, bound to what was seen of it.
 */
@Path("/desk/review/letters/{id:[0-9a-f-]{36}}/alike")
@RolesAllowed(Roles.MODERATOR)
@RequestScoped
public class ReadAlike {
    /** More at once is not reading any more. */
    private static final int MOST = 20;

    @Inject
    private Reader reader;

    @Inject
    private Decide decide;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public ReadAlike() {}

    /**
     * One of them.
     *
     * @param paragraphs its sentences, each with whether the first letter has it
     */
    public record Same(Reading reading, List<List<Sentences.Sentence>> paragraphs) {
        /** @return the letter with what was seen of it, as the form brings it back */
        public String seen() {
            return reading.id() + " " + reading.fence() + " " + reading.hash();
        }
    }

    /**
     * All that this reader has open, this letter first.
     *
     * @param missing whether nothing was ticked, or no reason chosen
     */
    public record Model(List<Same> letters, boolean missing) {}

    /** Takes up those that nobody else has. */
    @POST
    public Response take() {
        Optional<Reading> first = reader.open(id);
        first.ifPresent(reading -> reading.alike().stream().limit(MOST - 1).forEach(this::takeUp));
        return first.isPresent()
                ? Redirect.to("/desk/review/letters/" + id + "/alike")
                : Redirect.to("/desk/review?said=not-now-claim");
    }

    @GET
    public Response read() {
        return page(false, 200);
    }

    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Typed typed = Typed.in(form);
        String decision = form.text("decision");
        List<String> seen = form.all("seen").stream().limit(MOST).toList();
        boolean refuses = decision.equals("refuse");
        if (seen.isEmpty() || (refuses && typed.reason().isEmpty())) {
            return page(true, 400);
        }
        long failed = seen.stream()
                .map(each -> each.split(" ", 3))
                .filter(each -> !done(each, decision, typed))
                .count();
        return Redirect.to("/desk/review?said=" + (failed == 0 ? "together" : "together-some"));
    }

    private boolean done(String[] seen, String decision, Typed typed) {
        try {
            UUID letter = UUID.fromString(seen[0]);
            long fence = Long.parseLong(seen[1]);
            Reader.deed(() -> {
                switch (decision) {
                    case "approve" -> decide.approve(letter, reader.id(), fence, seen[2], reader.now());
                    case "refuse" -> refuse(letter, fence, typed);
                    case "release" -> reader.giveBack(letter);
                    default -> throw new BadRequestException();
                }
                return letter;
            });
            return true;
        } catch (NotNow e) {
            return false;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadRequestException(e);
        }
    }

    private void refuse(UUID letter, long fence, Typed typed) {
        Reason why = typed.reason().orElseThrow(BadRequestException::new);
        decide.refuse(letter, reader.id(), fence, why, new Advice("", typed.refusalWords(), Set.of()), reader.now());
    }

    private void takeUp(UUID letter) {
        try {
            reader.claim(letter, LetterState.IN_REVIEW);
        } catch (NotNow e) {
            // Somebody else reads it: it is decided there.
        }
    }

    private Response page(boolean missing, int status) {
        Optional<Reading> first = reader.open(id);
        if (first.isEmpty()) {
            return Redirect.to("/desk/review?said=not-now-claim");
        }
        String words = first.get().body();
        List<Same> letters = Stream.concat(
                        first.stream(),
                        first.get().alike().stream().limit(MOST - 1).flatMap(letter -> reader.open(letter).stream()))
                .map(reading -> new Same(reading, Sentences.beside(words, reading.body())))
                .toList();
        return Reader.show(Page.of("review/alike", new Model(letters, missing)), status);
    }
}
