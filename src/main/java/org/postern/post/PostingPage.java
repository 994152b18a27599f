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
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import org.postern.letter.NotNow;
import org.postern.letter.StackNumbers;
import org.postern.post.MarkPosted.Posted;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Redirect;

/** The button at the end of the evening: these letters are in the post box. Pressed twice it changes nothing more. */
@Path("/desk/batches/{number:[0-9]{1,12}}/posting")
@RolesAllowed(Roles.PRINTER)
@RequestScoped
public class PostingPage {
    @PathParam("number")
    private long number;

    @Inject
    private MarkPosted markPosted;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public PostingPage() {}

    private interface Deed {
        Response on(Collection<Integer> chosen);
    }

    /** {@code which=all}, or {@code nos} as a range, or the boxes {@code no}; the rest as {@link PostingForm} reads it. */
    @POST
    public Response post(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        return on(
                form,
                chosen -> PostingForm.read(form)
                        .map(said -> {
                            Posted posted = markPosted.posted(number, chosen, said, staff.id());
                            return posted.letters() == 0
                                    ? back("posted-before", 0)
                                    : posted.stay() == 0
                                            ? back("posted", posted.letters())
                                            : back("posted-some", posted.letters(), posted.stay());
                        })
                        .orElseGet(() -> back("posting-unreadable", 0)));
    }

    /** Papers that were to be taken out, but were in the box already. */
    @POST
    @Path("/already")
    public Response already(@Context HttpServletRequest request) {
        return on(Form.of(request), chosen -> {
            int posted = markPosted.wentAlready(number, chosen, staff.id());
            return back(posted == 0 ? "posted-before" : "posted", posted);
        });
    }

    @POST
    @Path("/undo")
    public Response undo(@Context HttpServletRequest request) {
        return on(Form.of(request), chosen -> {
            int back = markPosted.undo(number, chosen, staff.id(), staff.is(Role.ORGANISER));
            return back(back == 0 ? "undone-before" : "undone", back);
        });
    }

    private Response on(Form form, Deed deed) {
        Optional<SortedSet<Integer>> chosen = StackNumbers.of(form.text("which"), form.text("nos"), form.all("no"));
        if (chosen.isEmpty()) {
            return back("unreadable", 0);
        }
        if (chosen.get().isEmpty()) {
            return back("nothing-chosen", 0);
        }
        try {
            return deed.on(chosen.get());
        } catch (MarkPosted.NoSuchDay e) {
            return back("no-such-day", 0);
        } catch (NotNow e) {
            // Finished meanwhile, mostly by the same button pressed twice.
            return back(e.why() == NotNow.Why.STATE ? "posted-before" : "not-now", 0);
        }
    }

    private Response back(String said, int n) {
        return Redirect.to("/desk/batches/" + number + "?said=" + said + "&n=" + n);
    }

    private Response back(String said, int n, int stay) {
        return Redirect.to("/desk/batches/" + number + "?said=" + said + "&n=" + n + "&stay=" + stay);
    }
}
