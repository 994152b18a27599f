package org.postern.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.postern.letter.Letter.Approval;
import org.postern.letter.LetterState;
import org.postern.letter.NotNow;
import org.postern.staff.Roles;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Redirect;

/** One translation before its second reader: original, translation, and the page as it will be printed. */
@Path("/desk/translations/checks/{id:[0-9a-f-]{36}}")
@RolesAllowed({Roles.TRANSLATOR, Roles.MODERATOR})
@RequestScoped
public class CheckTranslation {
    private static final String ROOM = "/desk/translations/checks";

    @Inject
    private Translations translations;

    @Inject
    private Translate translate;

    @Inject
    private Reader reader;

    @PathParam("id")
    private UUID id;

    @SuppressWarnings("NullAway.Init")
    public CheckTranslation() {}

    /** @param said empty, or the message {@code review.said.<said>} */
    public record Model(Translations.Open letter, String said) {}

    @GET
    public Response read() {
        return page("", 200);
    }

    @GET
    @Path("/pages/{n:[0-9]{1,2}}.png")
    @Produces("image/png")
    public byte[] picture(@PathParam("n") int n) {
        return reader.picture(id, LetterState.TRANSLATION_CHECK, n);
    }

    @POST
    @Path("/decision")
    public Response decide(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        long fence = Reader.fence(form);
        try {
            switch (form.text("decision")) {
                case "accept" -> {
                    Approval onto = translate.accept(id, reader.id(), fence, reader.now());
                    boolean held = onto.state() == LetterState.HELD;
                    return Redirect.to(ROOM + "?said=accepted-" + (held ? "held" : "ready"));
                }
                case "back" -> {
                    translate.sendBack(id, reader.id(), fence, reader.now());
                    return Redirect.to(ROOM + "?said=sent-back");
                }
                case "longer" -> {
                    reader.claim(id, LetterState.TRANSLATION_CHECK);
                    return page("longer", 200);
                }
                case "release" -> {
                    reader.giveBack(id);
                    return Redirect.to(ROOM + "?said=given-back&passed=" + id);
                }
                default -> throw new BadRequestException();
            }
        } catch (NotNow e) {
            return e.why() == NotNow.Why.CHANGED
                    ? page("stopped", 409)
                    : Redirect.to(ROOM + "?said=not-now-" + (e.why() == NotNow.Why.CLAIM ? "claim" : "state"));
        }
    }

    private Response page(String said, int status) {
        return translations
                .open(id, LetterState.TRANSLATION_CHECK, reader.id(), reader.now())
                .map(open -> Reader.show(Page.of("review/check", new Model(open, said)), status))
                .orElseGet(() -> Redirect.to(ROOM + "?said=not-now-claim"));
    }
}
