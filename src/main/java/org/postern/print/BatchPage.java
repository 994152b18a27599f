package org.postern.print;

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
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.NotNow;
import org.postern.letter.StackNumbers;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Page;

/** One batch, an evening's work: print, post, give back. Its volunteer acts, organisers look. */
@Path("/desk/batches/{number:[0-9]{1,12}}")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class BatchPage {
    /** What a deed may report, {@code print.said.<word>}; {@code posted} is the other step's. */
    private static final Set<String> SAID = Set.of(
            "claimed",
            "claimed-before",
            "printed",
            "printed-before",
            "posted",
            "posted-before",
            "returned",
            "returned-unsure",
            "returned-before",
            "extended",
            "nothing-chosen",
            "unreadable",
            "answer-first",
            "not-now");

    @PathParam("number")
    private long number;

    @Inject
    private AtThePrinter atThePrinter;

    @Inject
    private BatchView batchView;

    @Inject
    private Batches batches;

    @Inject
    private BatchLines batchLines;

    @Inject
    private FirstPage firstPage;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public BatchPage() {}

    @GET
    @RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
    @Transactional
    public Page batch(
            @QueryParam("said") @DefaultValue("") String said,
            @QueryParam("n") @DefaultValue("0") int n,
            @QueryParam("held") @DefaultValue("0") int held) {
        Batch batch = batches.byNumber(number).orElseThrow(NotFoundException::new);
        boolean mine = batch.claimedBy() == staff.id();
        if (!mine && !staff.is(Role.ORGANISER)) {
            throw new NotFoundException();
        }
        return Page.of("print/batch", batchView.of(batch, mine, SAID.contains(said) ? said : "", n, held))
                .keptSecret();
    }

    /** The first page of a letter, small, with the envelope's window drawn over it. */
    @GET
    @Path("/pages/{no:[0-9]{1,4}}.png")
    @Produces("image/png")
    @Transactional
    public byte[] page(@PathParam("no") int no) {
        BatchLine line = batchLines.line(number, no).orElseThrow(NotFoundException::new);
        if (line.batch().claimedBy() != staff.id()) {
            throw new NotFoundException();
        }
        return batches.frozen(line)
                .map(bytes -> firstPage.draw(Frozen.of(bytes), line.batch().site()))
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("/printing")
    public Response print(@Context HttpServletRequest request) {
        return on(request, "not-now", chosen -> {
            int done = atThePrinter.markPrinted(number, chosen, staff.id());
            return back(done == 0 ? "printed-before" : "printed", done);
        });
    }

    /** Gives letters back; {@code paper} says what became of it: {@code never}, {@code destroyed} or {@code unsure}. */
    @POST
    @Path("/return")
    public Response giveBack(@Context HttpServletRequest request) {
        String paper = Form.of(request).text("paper");
        if (!Set.of("never", "destroyed", "unsure").contains(paper)) {
            return back("answer-first", 0);
        }
        return on(request, "returned-before", chosen -> {
            int done = atThePrinter.giveBack(number, chosen, !paper.equals("unsure"), staff.id());
            String said = paper.equals("unsure") ? "returned-unsure" : "returned";
            return back(done == 0 ? "returned-before" : said, done);
        });
    }

    @POST
    @Path("/extension")
    public Response extend(@Context HttpServletRequest request) {
        String until = Form.of(request).text("until");
        try {
            atThePrinter.extend(number, until.matches("[0-9]{1,12}") ? Long.parseLong(until) : 0, staff.id());
            return back("extended", 0);
        } catch (NotNow e) {
            return back("not-now", 0);
        }
    }

    private interface Deed {
        Response on(Collection<Integer> chosen);
    }

    /** @param finished what is said when the batch is finished already, mostly by the same button pressed twice */
    private Response on(HttpServletRequest request, String finished, Deed deed) {
        Form form = Form.of(request);
        Optional<SortedSet<Integer>> chosen = StackNumbers.of(form.text("which"), form.text("nos"), form.all("no"));
        if (chosen.isEmpty()) {
            return back("unreadable", 0);
        }
        if (chosen.get().isEmpty()) {
            return back("nothing-chosen", 0);
        }
        try {
            return deed.on(chosen.get());
        } catch (NotNow e) {
            return back(e.why() == NotNow.Why.STATE ? finished : "not-now", 0);
        }
    }

    private Response back(String said, int n) {
        return Response.seeOther(URI.create("/desk/batches/" + number + "?said=" + said + "&n=" + n))
                .build();
    }
}
