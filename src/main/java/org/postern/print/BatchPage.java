package org.postern.print;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.postern.letter.Batch;
import org.postern.letter.BatchLine;
import org.postern.letter.BatchLines;
import org.postern.letter.Batches;
import org.postern.letter.Frozen;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Page;

/** One batch, an evening's work. Its volunteer acts, organisers look. */
@Path("/desk/batches/{number:[0-9]{1,12}}")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class BatchPage {
    @PathParam("number")
    private long number;

    @Inject
    private BatchView batchView;

    @Inject
    private BuildingView buildingView;

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
            @QueryParam("stay") @DefaultValue("0") int stay,
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
        return Page.of("print/batch", batchView.of(batch, mine, Said.of(said, n, stay, held)))
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
}
