package org.postern.post;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postern.letter.Letters;
import org.postern.reply.Replies;
import org.postern.reply.Reply;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.vault.PieceCode;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** One answer in hand: its pages set right, whose it is, and on to the writer. */
@Path("/desk/replies/{id:[0-9a-f-]{36}}")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class ReplyInHand {
    private static final Set<String> SAID =
            Set.of("split", "joined", "matched", "no-match", "black", "out", "not-sent", "search");

    @Inject
    private ReplyDeeds deeds;

    @Inject
    private ReplyMatch match;

    @Inject
    private Replies replies;

    @Inject
    private Letters letters;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public ReplyInHand() {}

    /**
     * @param whose the letter it answers; null until somebody said so
     * @param others further answers in hand, whose pages may be this one's
     * @param searched what was looked for; null while nobody searched
     * @param candidates what was found
     * @param said empty, or the message {@code replies.said.<said>}
     */
    public record Model(
            Reply reply,
            List<Replies.Leaf> pages,
            ReplyMatch.@Nullable Candidate whose,
            List<Other> others,
            @Nullable Searched searched,
            List<ReplyMatch.Candidate> candidates,
            String said) {}

    /** Another answer in hand. */
    public record Other(UUID id, int number, int pages) {}

    /** What was typed. */
    public record Searched(String name, String signed, String day) {}

    @GET
    @Transactional
    public Page show(@QueryParam("said") @DefaultValue("") String said) {
        return page(null, List.of(), SAID.contains(said) ? said : "");
    }

    @GET
    @Path("/small/{page:[0-9a-f-]{36}}.jpg")
    @Produces("image/jpeg")
    @Transactional
    public byte[] small(@PathParam("page") UUID page) {
        return replies.small(mine(), page).orElseThrow(NotFoundException::new).jpeg();
    }

    @POST
    @Path("/turn")
    public Response turn(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        int quarters =
                form.text("quarters").equals("3") ? 3 : form.text("quarters").equals("2") ? 2 : 1;
        UUID page = page(form);
        return back(deeds.change(id, reply -> replies.turn(reply, page, quarters)), "");
    }

    @POST
    @Path("/split")
    public Response split(@Context HttpServletRequest request) {
        UUID page = page(Form.of(request));
        return back(deeds.change(id, reply -> replies.split(reply, page)), "split");
    }

    @POST
    @Path("/leave-out")
    public Response leaveOut(@Context HttpServletRequest request) {
        UUID page = page(Form.of(request));
        return back(deeds.change(id, reply -> replies.leaveOut(reply, page)), "out");
    }

    @POST
    @Path("/join")
    public Response join(@Context HttpServletRequest request) {
        return back(deeds.join(id, uuid(Form.of(request).text("other"))), "joined");
    }

    /** {@code code}: of the letter it answers. */
    @POST
    @Path("/match")
    public Response match(@Context HttpServletRequest request) {
        boolean matched = PieceCode.parse(Form.of(request).text("code"))
                .filter(code -> deeds.match(id, code))
                .isPresent();
        return Redirect.to(here() + (matched ? "?said=matched" : "?said=no-match"));
    }

    /** A POST: names do not belong in addresses. Nothing is changed. */
    @POST
    @Path("/search")
    @Transactional
    public Page search(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        var typed = new Searched(form.text("name"), form.text("signed"), form.text("day"));
        LocalDate day = day(typed.day());
        return ReplyMatch.isEnough(typed.name(), typed.signed(), day)
                ? page(typed, match.candidates(typed.name(), typed.signed(), day), "")
                : page(typed, List.of(), "search");
    }

    @POST
    @Path("/sending")
    @Transactional
    public Response send(@Context HttpServletRequest request) {
        return deeds.send(id, Form.of(request).has("translate"))
                ? Redirect.to("/desk/replies?said=sent")
                : back(isMine(), "not-sent");
    }

    @POST
    @Path("/erasure")
    public Response drop() {
        return Redirect.to("/desk/replies?said=" + (deeds.drop(id) ? "dropped" : "gone"));
    }

    private Page page(@Nullable Searched searched, List<ReplyMatch.Candidate> candidates, String said) {
        Reply reply = mine();
        UUID letter = reply.letterId();
        return Page.of(
                        "post/reply",
                        new Model(
                                reply,
                                replies.pages(reply),
                                letter == null
                                        ? null
                                        : letters.byId(letter).map(match::shown).orElse(null),
                                others(),
                                searched,
                                candidates,
                                said))
                .keptSecret();
    }

    private List<Other> others() {
        List<Reply> all = replies.inHandOf(staff.id(), staff.siteId(), clock.instant());
        return all.stream()
                .filter(one -> !one.id().equals(id))
                .map(one -> new Other(
                        one.id(), all.indexOf(one) + 1, replies.pages(one).size()))
                .toList();
    }

    private Reply mine() {
        return deeds.mine(id).orElseThrow(NotFoundException::new);
    }

    private boolean isMine() {
        return deeds.mine(id).isPresent();
    }

    private Response back(boolean done, String said) {
        return Redirect.to(done ? here() + (said.isEmpty() ? "" : "?said=" + said) : "/desk/replies?said=gone");
    }

    private String here() {
        return "/desk/replies/" + id;
    }

    private static UUID page(Form form) {
        return uuid(form.text("page"));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
