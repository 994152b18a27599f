package org.postern.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** This one request: which language its path asks for, which member of staff makes it. */
@RequestScoped
public class Visit {
    private String path = "/";
    private Locale locale = Locale.ENGLISH;
    private @Nullable String staffName;
    private Set<String> roles = Set.of();
    private @Nullable String formToken;
    private boolean keys = true;

    /** Called once by the request filter. */
    void arriveAt(String requestPath) {
        this.path = requestPath;
        this.locale = Languages.ofPath(requestPath);
    }

    /** Called by sign-in's guard for each request that carries a living session. */
    public void asStaff(String name, Set<String> itsRoles, String token, Locale deskLocale) {
        this.staffName = name;
        this.roles = Set.copyOf(itsRoles);
        this.formToken = token;
        if (!Languages.isPublic(path)) {
            this.locale = deskLocale;
        }
    }

    /** Whether single keys press the desk's buttons. */
    public void pressesKeys(boolean wanted) {
        this.keys = wanted;
    }

    public boolean keys() {
        return keys;
    }

    public String path() {
        return path;
    }

    public Locale locale() {
        return locale;
    }

    public @Nullable String staffName() {
        return staffName;
    }

    public Set<String> roles() {
        return roles;
    }

    /** @return what every form of the desk must send back as {@code csrf}; null for a supporter */
    public @Nullable String formToken() {
        return formToken;
    }
}
