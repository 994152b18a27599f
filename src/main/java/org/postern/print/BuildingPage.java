package org.postern.print;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.postern.letter.Batch;
import org.postern.letter.Batches;
import org.postern.letter.NotNow;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Page;

/** How far the files of a batch are, asked every second where scripts run, and what may be done about it. */
@Path("/desk/batches/{number:[0-9]{1,12}}/building")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class BuildingPage {
    /** What htmx reads: the page is to be loaded again. */
    private static final String LOAD_AGAIN = "HX-Refresh";

    /** No line of a batch has this number: those that wait for theirs. */
    private static final List<Integer> WITHOUT_A_NUMBER = List.of(0);

    @PathParam("number")
    private long number;

    @Inject
    private Batches batches;

    @Inject
    private BuildingView buildingView;

    @Inject
    private AtThePrinter atThePrinter;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public BuildingPage() {}

    /** The part of the page that moves; once it need not, the browser is told to load the whole page. */
    @GET
    @RolesAllowed({Roles.PRINTER, Roles.ORGANISER})
    @Transactional
    public Response progress() {
        Batch batch = mineOrLookedAt();
        if (!batch.isBeingBuilt() || batch.buildFault() != null) {
            return Response.noContent().header(LOAD_AGAIN, "true").build();
        }
        Page page = Page.of("print/progress", buildingView.of(batch, batch.claimedBy() == staff.id(), "", 0))
                .keptSecret();
        return Response.ok(page, "text/html;charset=utf-8").build();
    }

    /** Tries again what failed three times, or what the site's paper, sender or envelopes made untrue. */
    @POST
    @Transactional
    public Response tryAgain() {
        Batch batch = batches.lock(number).orElseThrow(NotFoundException::new);
        if (batch.claimedBy() != staff.id()) {
            throw new NotFoundException();
        }
        if (batch.buildFault() != null || !batch.changedSinceBuilt().isEmpty()) {
            String said = batch.buildFault() == null ? "" : "?said=tried-again";
            batches.buildAgain(batch);
            return back(said);
        }
        return back("");
    }

    /** Gives everything back while no file was taken. */
    @POST
    @Path("/return")
    public Response giveBack() {
        try {
            atThePrinter.giveBack(number, WITHOUT_A_NUMBER, true, staff.id());
        } catch (NotNow e) {
            return back("");
        }
        return Response.seeOther(URI.create("/desk/batches")).build();
    }

    private Batch mineOrLookedAt() {
        Batch batch = batches.byNumber(number).orElseThrow(NotFoundException::new);
        if (batch.claimedBy() != staff.id() && !staff.is(Role.ORGANISER)) {
            throw new NotFoundException();
        }
        return batch;
    }

    private Response back(String said) {
        return Response.seeOther(URI.create("/desk/batches/" + number + said)).build();
    }
}
