package org.postern.print;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.postern.letter.BatchLine.Again;
import org.postern.letter.NotNow;
import org.postern.letter.StackNumbers;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Redirect;

/**
 * What a volunteer says of the stack: printed, to be printed again, taken out, given back, all tidy. Letters are chosen by
 * {@code which=all}, by {@code nos} as a range, or by the boxes {@code no}.
 */
@Path("/desk/batches/{number:[0-9]{1,12}}")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class StackPage {
    private static final int LAST = 9_999;

    @PathParam("number")
    private long number;

    @Inject
    private AtThePrinter atThePrinter;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public StackPage() {}

    @POST
    @Path("/printing")
    public Response print(@Context HttpServletRequest request) {
        return on(Form.of(request), "not-now", chosen -> {
            int done = atThePrinter.markPrinted(number, chosen, staff.id());
            return back(done == 0 ? "printed-before" : "printed", done);
        });
    }

    /**
     * A jam, or a spill: {@code from} a number to the end or {@code nos}; {@code why} is {@code jam} or {@code spoiled};
     * {@code sheets} that a jam took; {@code destroyed} is the volunteer's word for whatever came out.
     */
    @POST
    @Path("/reprints")
    public Response again(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        if (!form.has("destroyed")) {
            return back("destroy-first", 0);
        }
        String from = form.text("from");
        if (from.isEmpty()) {
            return on(form, "again-before", chosen -> again(form, chosen));
        }
        return on(
                "again-before",
                from.matches("[0-9]{1,4}") ? StackNumbers.read(from + "-" + LAST) : Optional.empty(),
                chosen -> again(form, chosen));
    }

    private Response again(Form form, Collection<Integer> chosen) {
        String sheets = form.text("sheets");
        int done = atThePrinter.again(
                number,
                chosen,
                form.text("why").equals("spoiled") ? Again.SPOILED : Again.JAM,
                sheets.matches("[0-9]{1,3}") ? Integer.parseInt(sheets) : 1,
                staff.id());
        return back(done == 0 ? "again-before" : "again", done);
    }

    /** Papers that were to be taken out are destroyed. */
    @POST
    @Path("/removal")
    public Response takeOut(@Context HttpServletRequest request) {
        return on(Form.of(request), "taken-out-before", chosen -> {
            int done = atThePrinter.takenOut(number, chosen, staff.id());
            return back(done == 0 ? "taken-out-before" : "taken-out", done);
        });
    }

    /** Gives letters back; {@code paper} says what became of it: {@code never}, {@code destroyed} or {@code unsure}. */
    @POST
    @Path("/return")
    public Response giveBack(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        String paper = form.text("paper");
        if (!Set.of("never", "destroyed", "unsure").contains(paper)) {
            return back("answer-first", 0);
        }
        return on(form, "returned-before", chosen -> {
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

    /** {@code deleted} and {@code shredded}: both, or it is not closed. */
    @POST
    @Path("/closing")
    public Response close(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        if (!form.has("deleted") || !form.has("shredded")) {
            return back("both-first", 0);
        }
        try {
            atThePrinter.tidy(number, staff.id());
            return back("tidied", 0);
        } catch (NotNow e) {
            return back("not-now", 0);
        }
    }

    private interface Deed {
        Response on(Collection<Integer> chosen);
    }

    /** @param finished what is said when the batch is finished already, mostly by the same button pressed twice */
    private Response on(Form form, String finished, Deed deed) {
        return on(finished, StackNumbers.of(form.text("which"), form.text("nos"), form.all("no")), deed);
    }

    private Response on(String finished, Optional<SortedSet<Integer>> chosen, Deed deed) {
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
        return Redirect.to("/desk/batches/" + number + "?said=" + said + "&n=" + n);
    }
}
