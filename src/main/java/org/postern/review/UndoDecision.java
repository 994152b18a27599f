package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.review.TakeBack.TakenBack;
import org.postern.staff.Role;
import org.postern.staff.Roles;
import org.postern.staff.Staff;
import org.postern.web.Form;
import org.postern.web.Redirect;

/** Takes a decision back: the newest of a letter. */
@Path("/desk/review/undo/{id:[0-9a-f-]{36}}")
@RolesAllowed({Roles.MODERATOR, Roles.TRANSLATOR})
@RequestScoped
public class UndoDecision {
    private static final String CHECKS = "/desk/translations/checks";

    @Inject
    private TakeBack takeBack;

    @Inject
    private ReadingRoom room;

    @Inject
    private Reader reader;

    @Inject
    private Staff staff;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public UndoDecision() {}

    /** What was typed to the writer, who never saw it, is shown once more, to be copied. */
    @POST
    public Response undo(@Context HttpServletRequest request) {
        boolean fromList = Form.of(request).text("from").equals("decided") && staff.lead();
        try {
            TakenBack back = Reader.deed(() -> takeBack.takeBack(id, reader.id(), reader.now()));
            if (fromList) {
                return Redirect.to("/desk/review/decided?said=taken-back-lead");
            }
            if (back.room() == LetterState.TRANSLATION_CHECK) {
                return Redirect.to(CHECKS + "?said=taken-back");
            }
            return back.words().isEmpty()
                    ? Redirect.to("/desk/review?said=taken-back")
                    : Reader.show(room.page("taken-back", back.words(), ""), 200);
        } catch (NotNow e) {
            String home = fromList ? "/desk/review/decided" : staff.is(Role.MODERATOR) ? "/desk/review" : CHECKS;
            return Redirect.to(home + "?said=not-taken-back");
        }
    }
}
