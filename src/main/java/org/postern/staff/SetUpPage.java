package org.postern.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postern.web.Form;
import org.postern.web.Page;

/** Where a new member chooses a name and a password. Opening it uses nothing up. */
@Path("/desk/setup/{token}")
@PermitAll
@RequestScoped
public class SetUpPage {
    /**
     * The form.
     *
     * @param of whose password is set anew; null for a new member
     * @param objections keys of messages, {@code set-up.<objection>}
     */
    public record Model(String token, @Nullable String of, String name, int shortest, List<String> objections) {}

    /** A link that works no more. */
    public record Over() {}

    @Inject
    private SetUp setUp;

    @Inject
    private SessionCookie cookie;

    @SuppressWarnings("NullAway.Init")
    public SetUpPage() {}

    @GET
    public Page form(@PathParam("token") String token) {
        return setUp.link(token).map(link -> page(token, link, "", List.of())).orElseGet(SetUpPage::over);
    }

    @POST
    public Response choose(@PathParam("token") String token, @Context HttpServletRequest request) {
        Form form = Form.of(request);
        String name = form.text("name");
        SetUp.Outcome outcome = setUp.use(token, new SetUp.Choice(name, form.raw("password"), form.raw("again")))
                .orElse(null);
        if (outcome == null) {
            return shown(over());
        }
        if (outcome.session().isPresent()) {
            return SeeOther.at("/desk")
                    .cookie(cookie.holding(outcome.session().get(), request))
                    .build();
        }
        return shown(setUp.link(token)
                .map(link -> page(token, link, name, outcome.objections()).withStatus(400))
                .orElseGet(SetUpPage::over));
    }

    private static Page page(String token, SetupLink link, String name, List<String> objections) {
        StaffAccount account = link.account();
        String of = account == null ? null : account.name();
        return Page.of("staff/setUp", new Model(token, of, name, Passwords.SHORTEST, objections))
                .keptSecret();
    }

    private static Page over() {
        return Page.of("staff/setUpOver", new Over()).withStatus(410).keptSecret();
    }

    private static Response shown(Page page) {
        return Response.status(page.status())
                .type("text/html; charset=UTF-8")
                .entity(page)
                .build();
    }
}
