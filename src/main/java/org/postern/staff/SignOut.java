package org.postern.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Ends this browser's session. */
@Path("/desk/sign-out")
@RolesAllowed(Roles.STAFF)
@RequestScoped
public class SignOut {
    @Inject
    private OpenSession sessions;

    @Inject
    private SessionCookie cookie;

    @SuppressWarnings("NullAway.Init")
    public SignOut() {}

    @POST
    public Response leave(@Context HttpServletRequest request) {
        cookie.read(request).ifPresent(sessions::end);
        return SeeOther.at("/desk/sign-in").cookie(cookie.gone(request)).build();
    }
}
