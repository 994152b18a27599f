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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Advice;
import org.postern.letter.Advised;
import org.postern.letter.Escalation;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** One letter, open before the reader who claimed it, and what the reader decides. */
@Path("/desk/review/letters/{id:[0-9a-f-]{36}}")
@RolesAllowed(Roles.MODERATOR)
@RequestScoped
public class ReadLetter {
    private static final Set<String> PARTS = Set.of("changes", "refuse", "lead", "blackout");

    @Inject
    private Reader reader;

    @Inject
    private Decide decide;

    @Inject
    private ReadingRoom room;

    /** What stands where something is blacked out. */
    private static final char BLOCK = '\u2588';

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public ReadLetter() {}

    /**
     * The page.
     *
     * @param open which form is open: empty, {@code changes}, {@code refuse} or {@code lead}
     * @param said empty, or the message {@code review.said.<said>}
     * @param missing empty, or the message {@code review.missing.<missing>}
     * @param toLead what is typed to a lead so far
     * @param seen the advice as its writer will read it; null while nobody asked
     */
    public record Model(
            Reading reading,
            Typed typed,
            String open,
            String said,
            String missing,
            ToLead toLead,
            @Nullable Advised seen) {}

    /** @param why of {@link Escalation.Why}, or empty */
    public record ToLead(String why, String note) {
        static final ToLead NOTHING = new ToLead("", "");

        static ToLead in(Form form) {
            return new ToLead(form.text("lead-why"), form.text("lead-note"));
        }

        Optional<Escalation.Why> reason() {
            return Stream.of(Escalation.Why.values())
                    .filter(one -> one.name().equals(why))
                    .findFirst();
        }
    }

    @GET
    public Response read() {
        return reader.open(id)
                .map(reading -> Reader.show(
                        Page.of("review/letter", new Model(reading, Typed.NOTHING, "", "", "", ToLead.NOTHING, null)),
                        200))
                .orElseGet(() -> Redirect.to("/desk/review?said=not-now-claim"));
    }

    @GET
    @Path("/pages/{n:[0-9]{1,2}}.png")
    @Produces("image/png")
    public byte[] picture(@PathParam("n") int n) {
        return reader.picture(id, LetterState.IN_REVIEW, n);
    }

    /** A button of the page: it opens a form, or it decides. */
    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        Typed typed = Typed.in(form);
        String decision = form.text("decision");
        try {
            if (PARTS.contains(form.text("open"))) {
                return again(typed, ToLead.in(form), form.text("open"), "", "", 200);
            }
            return Reader.deed(() -> switch (decision) {
                case "approve" -> approve(form);
                case "changes" -> askForChanges(form, typed);
                case "see" -> see(form, typed);
                case "refuse" -> refuse(form, typed);
                case "lead" -> escalate(form, typed);
                case "blackout" -> blackOut(form, typed);
                case "speaks" -> speaks(form, typed);
                case "longer" -> longer(form, typed);
                case "release" -> passOn();
                default -> throw new BadRequestException();
            });
        } catch (NotNow e) {
            return tooLate(e, form, typed);
        }
    }

    private Response approve(Form form) {
        String onto =
                Readings.onto(decide.approve(id, reader.id(), Reader.fence(form), form.text("hash"), reader.now()));
        return Redirect.to("/desk/review?said=approved-" + onto.replaceFirst("^held-.*", "held"));
    }

    private Response askForChanges(Form form, Typed typed) {
        Advice advice = typed.asAdvice();
        if (advice.isEmpty()) {
            return again(typed, ToLead.in(form), "changes", "", "advice", 400);
        }
        decide.askForChanges(id, reader.id(), Reader.fence(form), advice, reader.now());
        return Redirect.to("/desk/review?said=changes");
    }

    /** Nothing is sent: the page shows the advice beside the passages as their writer will read it. */
    private Response see(Form form, Typed typed) {
        return page(typed, ToLead.in(form), "changes", "", "", true, 200);
    }

    private Response refuse(Form form, Typed typed) {
        if (typed.reason().isEmpty()) {
            return again(typed, ToLead.in(form), "refuse", "", "refusal", 400);
        }
        Advice words = new Advice("", typed.refusalWords(), Set.of());
        decide.refuse(id, reader.id(), Reader.fence(form), typed.reason().get(), words, reader.now());
        return Redirect.to("/desk/review?said=refused");
    }

    private Response escalate(Form form, Typed typed) {
        ToLead toLead = ToLead.in(form);
        if (toLead.reason().isEmpty()) {
            return again(typed, toLead, "lead", "", "lead", 400);
        }
        decide.escalate(id, reader.id(), Reader.fence(form), toLead.reason().get(), toLead.note(), reader.now());
        return Redirect.to("/desk/review?said=escalated&passed=" + id);
    }

    private Response blackOut(Form form, Typed typed) {
        if (changedSince(form.text("hash"))) {
            // The form holds all passages: one that is older than the page would lift the newer ones.
            return again(typed, ToLead.in(form), "blackout", "changed", "", 409);
        }
        List<String> passages = new ArrayList<>(form.all("black"));
        String more = form.text("black-more").strip();
        boolean there =
                reader.open(id).filter(reading -> reading.body().contains(more)).isPresent();
        if (!there || more.indexOf(BLOCK) >= 0) {
            return again(typed, ToLead.in(form), "blackout", "", "blackout", 400);
        }
        if (!more.isEmpty()) {
            passages.add(more);
        }
        decide.blackOut(id, reader.id(), Reader.fence(form), passages, reader.now());
        return again(typed, ToLead.in(form), "", "blacked-out", "", 200);
    }

    private Response speaks(Form form, Typed typed) {
        String looksLike = reader.open(id).map(Reading::looksLike).orElse(null);
        if (looksLike == null) {
            throw new BadRequestException();
        }
        decide.speaks(id, looksLike, reader.id(), Reader.fence(form), reader.now());
        return again(typed, ToLead.in(form), "", "language-set", "", 200);
    }

    private Response longer(Form form, Typed typed) {
        reader.claim(id, LetterState.IN_REVIEW);
        String seen = form.text("hash");
        return again(typed, ToLead.in(form), opened(form), changedSince(seen) ? "changed" : "longer", "", 200);
    }

    private Response passOn() {
        decide.passOn(id, reader.id(), reader.now());
        return Redirect.to("/desk/review?said=given-back&passed=" + id);
    }

    /**
     * The claim ran out, or the words changed. If nobody else has it, it is claimed again and shown with all that was
     * typed; else the room shows what was typed, to be copied.
     */
    private Response tooLate(NotNow why, Form form, Typed typed) {
        if (why.why() == NotNow.Why.OWN_WORK) {
            reader.giveBack(id);
            return Reader.show(room.page("not-now-second", all(typed, ToLead.in(form)), ""), 409);
        }
        Optional<String> lost = reader.lost(id, LetterState.IN_REVIEW);
        if (lost.isPresent()) {
            return Reader.show(room.page(lost.get(), all(typed, ToLead.in(form)), ""), 409);
        }
        boolean changed = why.why() == NotNow.Why.CHANGED || changedSince(form.text("hash"));
        String said = changed ? "changed" : why.why() == NotNow.Why.BUSY ? "again" : "claimed-again";
        return again(typed, ToLead.in(form), opened(form), said, "", 409);
    }

    /** @return all words, to copy from */
    private static String all(Typed typed, ToLead toLead) {
        return Stream.of(typed.all(), toLead.note())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private boolean changedSince(String seenHash) {
        return reader.open(id)
                .filter(reading -> reading.hash().equals(seenHash))
                .isEmpty();
    }

    private Response again(Typed typed, ToLead toLead, String open, String said, String missing, int status) {
        return page(typed, toLead, open, said, missing, false, status);
    }

    private Response page(
            Typed typed, ToLead toLead, String open, String said, String missing, boolean sees, int status) {
        Optional<Reading> reading = reader.open(id);
        if (reading.isEmpty()) {
            return Reader.show(room.page("not-now-claim", all(typed, toLead), ""), 409);
        }
        Advised seen = sees ? Advised.of(typed.asAdvice(), reading.get().body()) : null;
        Model model = new Model(reading.get(), typed, open, said, missing, toLead, seen);
        return Reader.show(Page.of("review/letter", model), status);
    }

    /** Which form was open when the button was pressed, whatever the button. */
    private static String opened(Form form) {
        String decision = form.text("decision").replace("see", "changes");
        return PARTS.contains(decision) ? decision : form.text("opened");
    }
}
