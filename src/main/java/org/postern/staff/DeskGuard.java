package org.postern.staff;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postern.web.Form;
import org.postern.web.Page;
import org.postern.web.Visit;

/**
 * Stands before every resource and denies by default: a method that says neither {@code @RolesAllowed} nor
 * {@code @PermitAll}, itself or by its class, is nobody's. A form that needs a role needs its session's token as well.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class DeskGuard implements ContainerRequestFilter {
    /**
     * Why a request may not pass.
     *
     * @param why the message {@code refused.<why>}: {@code ended}, {@code stale} or {@code role}
     */
    public record Refused(String why) {}

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Inject
    private Staff staff;

    @Inject
    private Visit visit;

    @SuppressWarnings("NullAway.Init")
    public DeskGuard() {}

    @Override
    public void filter(ContainerRequestContext context) {
        if (staff.signedIn()) {
            Staff.Recognised who = staff.who();
            visit.asStaff(who.name(), staff.words(), who.formToken(), who.locale());
            visit.pressesKeys(who.shortcuts());
            context.setSecurityContext(new DeskSecurity(who, request.isSecure()));
        }
        Optional<Set<String>> mayEnter = whoMay(resource.getResourceMethod());
        if (mayEnter.isPresent() && mayEnter.get().isEmpty()) {
            return;
        }
        if (!staff.signedIn() && mayEnter.isPresent()) {
            context.abortWith(request.getMethod().equals("POST") ? refuse("ended") : toSignIn());
        } else if (!maySomeone(mayEnter)) {
            context.abortWith(refuse("role"));
        } else if (request.getMethod().equals("POST") && !carriesToken()) {
            context.abortWith(refuse("stale"));
        }
    }

    /** The roles of which one is needed; an empty set if anyone may, nothing if nobody may. */
    static Optional<Set<String>> whoMay(@Nullable Method method) {
        if (method == null) {
            return Optional.empty();
        }
        AnnotatedElement says = says(method) ? method : method.getDeclaringClass();
        RolesAllowed roles = says.getAnnotation(RolesAllowed.class);
        if (roles != null && roles.value().length > 0) {
            return Optional.of(Set.of(roles.value()));
        }
        return says.isAnnotationPresent(PermitAll.class) && roles == null && !says.isAnnotationPresent(DenyAll.class)
                ? Optional.of(Set.of())
                : Optional.empty();
    }

    private static boolean says(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class)
                || element.isAnnotationPresent(PermitAll.class)
                || element.isAnnotationPresent(DenyAll.class);
    }

    private boolean maySomeone(Optional<Set<String>> mayEnter) {
        return mayEnter.isPresent()
                && (mayEnter.get().contains(Roles.STAFF)
                        || staff.words().stream().anyMatch(mayEnter.get()::contains));
    }

    private boolean carriesToken() {
        byte[] sent = Form.of(request).text("csrf").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(staff.who().formToken().getBytes(StandardCharsets.UTF_8), sent);
    }

    private Response toSignIn() {
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return SeeOther.at("/desk/sign-in?then=" + URLEncoder.encode(here, StandardCharsets.UTF_8))
                .build();
    }

    private static Response refuse(String why) {
        return Response.status(403)
                .type("text/html; charset=UTF-8")
                .entity(Page.of("staff/refused", new Refused(why))
                        .withStatus(403)
                        .keptSecret())
                .build();
    }
}
