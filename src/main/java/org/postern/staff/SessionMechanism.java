package org.postern.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the container who makes a request: whoever the cookie's row says, asked anew each time. It keeps no server
 * session, so that any node serves any request and an ended session is dead at once.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    @Inject
    private SessionCookie cookie;

    @Inject
    private RecogniseStaff recognise;

    @Inject
    private Staff staff;

    @SuppressWarnings("NullAway.Init")
    public SessionMechanism() {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = request.getRequestURI();
        if (path.startsWith("/static/") || path.startsWith("/health")) {
            return context.doNothing();
        }
        Optional<Staff.Recognised> recognised = cookie.read(request).flatMap(recognise::by);
        if (recognised.isEmpty()) {
            return context.doNothing();
        }
        staff.is(recognised.get());
        Set<String> groups = new HashSet<>(staff.words());
        groups.add(Roles.STAFF);
        return context.notifyContainerAboutLogin(staff.name(), groups);
    }
}
