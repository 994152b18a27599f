package org.postern.staff;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Answers a server that checks {@code @RolesAllowed} by itself, after our guard, from the same row as the guard: how a
 * server maps groups to roles is a setting of its own, and differs.
 */
record DeskSecurity(Staff.Recognised who, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return who::name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals(Roles.STAFF)
                || who.roles().stream().anyMatch(its -> its.word().equals(role));
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
        return null;
    }
}
