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
import java.util.function.Function;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.letter.NotNow;
import org.postern.letter.StackNumbers;
import org.postern.site.Printer;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.typeset.Calibration;
import org.postern.typeset.LabelFormat;
import org.postern.typeset.PrinterCopy;
import org.postern.typeset.PrinterCopy.Sides;
import org.postern.typeset.StockEnvelope;
import org.postern.web.Form;
import org.postern.web.Page;

/** One batch, an evening's work: take the files, print, post, give back. Its volunteer acts, organisers look. */
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
    private BuildingView buildingView;

    @Inject
    private Batches batches;

    @Inject
    private BatchLines batchLines;

    @Inject
    private BatchFile file;

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
        if (batch.isBeingBuilt() || batch.lines().isEmpty()) {
            return Page.of("print/building", buildingView.of(batch, mine, said, held))
                    .keptSecret();
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

    /** The PDF. A POST, because from here papers may exist, and no browser may fetch that ahead. */
    @POST
    @Path("/files")
    public Response files(@Context HttpServletRequest request) {
        return letters(request, Sides.BOTH, "");
    }

    /** For printers that print one side only. */
    @POST
    @Path("/files/fronts")
    public Response fronts(@Context HttpServletRequest request) {
        return letters(request, Sides.FRONTS, "-fronts");
    }

    @POST
    @Path("/files/backs")
    public Response backs(@Context HttpServletRequest request) {
        return letters(request, Sides.BACKS, "-backs");
    }

    private Response letters(HttpServletRequest request, Sides sides, String suffix) {
        Form form = Form.of(request);
        try {
            byte[] pdf = atThePrinter.takeFiles(number, staff.id());
            return download(pdf, form, suffix, false, sides);
        } catch (NotNow e) {
            return back("not-now", 0);
        }
    }

    /** {@code envelope}: the code of one at the site, without a window. */
    @POST
    @Path("/files/envelopes")
    public Response envelopes(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        return other(form, "envelopes", true, batch -> {
            StockEnvelope envelope = batch.site().envelopes().stream()
                    .filter(one -> one.code().equals(form.text("envelope"))
                            && !one.envelope().hasWindow())
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            return file.envelopes(batch, envelope);
        });
    }

    /** {@code labels}: the code of a sheet; {@code start}: its first label that is there; {@code borders}. */
    @POST
    @Path("/files/labels")
    public Response labels(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        String start = form.text("start");
        return other(form, "labels", false, batch -> {
            LabelFormat format = batch.site().labels().stream()
                    .filter(one -> one.code().equals(form.text("labels")))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            int from = start.matches("[0-9]{1,3}") ? Integer.parseInt(start) : 1;
            return file.labels(batch, format, from, form.has("borders"));
        });
    }

    @POST
    @Path("/files/addresses")
    public Response addresses(@Context HttpServletRequest request) {
        return other(Form.of(request), "addresses", false, batch -> file.addresses(batch));
    }

    private Response other(Form form, String kind, boolean feed, Function<Batch, Optional<byte[]>> drawn) {
        try {
            byte[] pdf = atThePrinter.takeFile(number, staff.id(), kind, drawn);
            return download(pdf, form, "-" + kind, feed, Sides.BOTH);
        } catch (NotNow e) {
            return back("not-now", 0);
        }
    }

    /** {@code printer}: whose faults are corrected in this copy; what the batch keeps stays as it was hashed. */
    private Response download(byte[] pdf, Form form, String suffix, boolean feed, Sides sides) {
        String chosen = form.text("printer");
        Optional<Printer> printer =
                chosen.matches("[0-9]{1,18}") ? batches.printer(number, Long.parseLong(chosen)) : Optional.empty();
        byte[] copy = PrinterCopy.of(
                pdf,
                printer.map(Printer::calibration).orElse(Calibration.NONE),
                feed ? printer.map(Printer::feed).orElse(0) : 0,
                sides);
        return Response.ok(copy, "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + name() + suffix + ".pdf\"")
                .header("Cache-Control", "no-store")
                .build();
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

    private String name() {
        return String.format(java.util.Locale.ROOT, "B%04d", number);
    }

    private Response back(String said, int n) {
        return Response.seeOther(URI.create("/desk/batches/" + number + "?said=" + said + "&n=" + n))
                .build();
    }
}
