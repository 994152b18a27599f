package org.postern.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postern.vault.Token;
import org.postern.web.Form;
import org.postern.web.Page;

/** The door of the desk. Says the same of an unknown name as of a wrong password. */
@Path("/desk/sign-in")
@PermitAll
@RequestScoped
public class SignIn {
    /**
     * The form.
     *
     * @param then where to go afterwards, a path of ours
     * @param wrong empty, or the message {@code sign-in.<wrong>}
     */
    public record Model(String then, String name, String wrong) {}

    @Inject
    private OpenSession open;

    @Inject
    private Passwords passwords;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Delays delays;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public SignIn() {}

    @GET
    public Response form(@QueryParam("then") @DefaultValue("/desk") String then) {
        return staff.signedIn()
                ? SeeOther.at(SeeOther.own(then)).build()
                : page(200, new Model(SeeOther.own(then), "", ""));
    }

    @POST
    public Response enter(@Context HttpServletRequest request) {
        Form form = Form.of(request);
        String name = form.text("name");
        String then = SeeOther.own(form.text("then"));
        if (!delays.mayTry(name, request)) {
            return page(429, new Model(then, name, "wait"));
        }
        Optional<Token> token = byPassword(name, form.raw("password"));
        if (token.isEmpty()) {
            return page(403, new Model(then, name, "wrong"));
        }
        delays.right(name, request);
        return SeeOther.at(then).cookie(cookie.holding(token.get(), request)).build();
    }

    /** No transaction is open while the password is worked on: it would keep a connection from everyone else. */
    private Optional<Token> byPassword(String name, String password) {
        @Nullable String hash = open.hash(name);
        return passwords.verify(password, hash) && hash != null ? open.ifStill(name, hash) : Optional.empty();
    }

    private static Response page(int status, Model model) {
        return Response.status(status)
                .type("text/html; charset=UTF-8")
                .entity(Page.of("staff/signIn", model).withStatus(status).keptSecret())
                .build();
    }
}
