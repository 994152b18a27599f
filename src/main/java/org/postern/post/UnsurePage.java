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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postern.directory.People;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.BatchLines.Answer;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.Letter;
import org.postern.letter.Letters;
import org.postern.letter.NotNow;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.staff.StaffAccounts;
import org.postern.vault.PieceCode;
import org.postern.web.Form;
import org.postern.web.Page;

/** Letters whose paper may exist: nothing is printed again by itself, a person says what became of each. */
@Path("/desk/post/unsure")
@RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
@RequestScoped
public class UnsurePage {
    @Inject
    private MarkPosted markPosted;

    @Inject
    private Batches batches;

    @Inject
    private BatchLines batchLines;

    @Inject
    private Letters letters;

    @Inject
    private People people;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public UnsurePage() {}

    /** @param said empty, or the message {@code post.said.<said>} */
    public record Model(List<Stack> stacks, String said) {}

    /** The letters of one batch. */
    public record Stack(long number, String name, String volunteer, List<Row> rows) {}

    /** One letter. */
    public record Row(int no, String to, String born, String place, String code, Instant since) {}

    @GET
    @Transactional
    public Page list(@QueryParam("said") @DefaultValue("") String said) {
        boolean known =
                Arrays.stream(Answer.values()).anyMatch(answer -> answer.name().equals(said));
        return Page.of("post/unsure", new Model(stacks(), known || said.equals("before") ? said : ""))
                .keptSecret();
    }

    /** {@code answer} is the name of an {@link Answer}. */
    @POST
    @Path("/{number:[0-9]{1,12}}/{no:[0-9]{1,4}}")
    public Response answer(
            @PathParam("number") long number, @PathParam("no") int no, @Context HttpServletRequest request) {
        String given = Form.of(request).text("answer");
        Answer answer = Arrays.stream(Answer.values())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        try {
            markPosted.answer(number, no, answer, staff.id(), mayForAnybody());
            return back(answer.name());
        } catch (NotNow e) {
            if (e.why() == NotNow.Why.CLAIM) {
                throw new NotFoundException();
            }
            return back("before");
        }
    }

    /** Whoever had the papers knows; an organiser can ask them. Nobody else sees whom they are to. */
    private boolean mayForAnybody() {
        return staff.is(Role.ORGANISER) || staff.is(Role.ADMIN);
    }

    private List<Stack> stacks() {
        Map<Long, List<BatchLine>> byBatch = new LinkedHashMap<>();
        (mayForAnybody() ? batchLines.unsure() : batchLines.unsureOf(staff.id()))
                .forEach(line -> byBatch.computeIfAbsent(line.batch().number(), number -> new ArrayList<>())
                        .add(line));
        Map<Long, String> names = accounts.names(byBatch.values().stream()
                .map(lines -> lines.get(0).batch().claimedBy())
                .distinct()
                .toList());
        return byBatch.entrySet().stream()
                .map(entry -> new Stack(
                        entry.getKey(),
                        entry.getValue().get(0).batch().name(),
                        names.getOrDefault(entry.getValue().get(0).batch().claimedBy(), ""),
                        entry.getValue().stream().map(this::row).toList()))
                .toList();
    }

    private Row row(BatchLine line) {
        Letter letter = letters.byId(line.letterId()).orElseThrow();
        String code = new PieceCode(line.pieceCode()).text();
        return batches.frozen(line)
                .map(bytes -> Frozen.of(bytes).to())
                .map(to -> new Row(
                        line.stackNo(),
                        to.latinName(),
                        to.born() == null ? "" : to.born(),
                        to.place(),
                        code,
                        letter.stateSince()))
                .orElseGet(() -> people.byId(letter.recipientId())
                        .map(to -> new Row(
                                line.stackNo(),
                                to.latinName().spoken(),
                                "",
                                to.facility().latin().name(),
                                code,
                                letter.stateSince()))
                        .orElseThrow());
    }

    private static Response back(String said) {
        return Response.seeOther(URI.create("/desk/post/unsure?said=" + said)).build();
    }
}
