package org.postern.staff;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.postern.vault.Token;
import org.postern.web.Form;

/** "Look in as …": signs in without a password, in the demo and nowhere else. */
@Path("/demo/sessions")
@PermitAll
@RequestScoped
public class DemoSessions {
    @Inject
    private OpenSession open;

    @Inject
    private SessionCookie cookie;

    @SuppressWarnings("NullAway.Init")
    public DemoSessions() {}

    @POST
    public Response lookInAs(@Context HttpServletRequest request) {
        Token token = open.inDemo(Form.of(request).text("role")).orElseThrow(NotFoundException::new);
        return SeeOther.at("/desk").cookie(cookie.holding(token, request)).build();
    }
}
