package org.postern.staff;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The member who makes this request, as their row says at this moment. */
@RequestScoped
public class Staff {
    private @Nullable Recognised who;

    /**
     * Who a living session belongs to.
     *
     * @param formToken what every form of this session sends back
     */
    record Recognised(
            long id,
            String name,
            Set<Role> roles,
            boolean lead,
            @Nullable Long siteId,
            Locale locale,
            boolean shortcuts,
            String formToken) {}

    void is(Recognised recognised) {
        this.who = recognised;
    }

    public boolean signedIn() {
        return who != null;
    }

    /**
     * The account's id.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public long id() {
        return who().id();
    }

    /**
     * The account's name.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public String name() {
        return who().name();
    }

    public Set<Role> roles() {
        return who == null ? Set.of() : who.roles();
    }

    public boolean is(Role role) {
        return roles().contains(role);
    }

    /** Whether this moderator takes what others escalate. */
    public boolean lead() {
        return who != null && who.lead();
    }

    /** The print site; null if none. */
    public @Nullable Long siteId() {
        return who == null ? null : who.siteId();
    }

    /** The words of {@link Roles} that apply. */
    Set<String> words() {
        return roles().stream().map(Role::word).collect(Collectors.toSet());
    }

    Recognised who() {
        if (who == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return who;
    }
}
