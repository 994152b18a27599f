package org.postern.post;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.SortedSet;
import org.postern.letter.NotNow;
import org.postern.letter.StackNumbers;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;

/** The button at the end of the evening: these letters are in the post box. Pressed twice it changes nothing more. */
@Path("/desk/batches/{number:[0-9]{1,12}}/posting")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class PostingPage {
    @Inject
    private MarkPosted markPosted;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public PostingPage() {}

    /** {@code which=all}, or {@code nos} as a range, or the boxes {@code no}. */
    @POST
    public Response post(@PathParam("number") long number, @Context HttpServletRequest request) {
        Form form = Form.of(request);
        Optional<SortedSet<Integer>> chosen = StackNumbers.of(form.text("which"), form.text("nos"), form.all("no"));
        if (chosen.isEmpty()) {
            return back(number, "unreadable", 0);
        }
        if (chosen.get().isEmpty()) {
            return back(number, "nothing-chosen", 0);
        }
        try {
            int posted = markPosted.posted(number, chosen.get(), staff.id());
            return back(number, posted == 0 ? "posted-before" : "posted", posted);
        } catch (NotNow e) {
            // Finished meanwhile, mostly by the same button pressed twice.
            return back(number, e.why() == NotNow.Why.STATE ? "posted-before" : "not-now", 0);
        }
    }

    private static Response back(long number, String said, int n) {
        return Response.seeOther(URI.create("/desk/batches/" + number + "?said=" + said + "&n=" + n))
                .build();
    }
}
