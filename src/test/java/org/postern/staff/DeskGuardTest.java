package org.postern.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskGuardTest {
    static class Silent {
        void saysNothing() {}

        @PermitAll
        void public_() {}

        @RolesAllowed(Roles.ADMIN)
        void forAdmins() {}

        @RolesAllowed({})
        void forNoRole() {}
    }

    @PermitAll
    static class Public {
        void open() {}

        @RolesAllowed({Roles.MODERATOR, Roles.ADMIN})
        void narrower() {}

        @DenyAll
        void shut() {}
    }

    private static Optional<Set<String>> whoMay(Class<?> in, String name) {
        return DeskGuard.whoMay(Arrays.stream(in.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void a_method_that_says_nothing_is_nobodys() {
        assertThat(whoMay(Silent.class, "saysNothing")).isEmpty();
        assertThat(whoMay(Silent.class, "forNoRole")).isEmpty();
        assertThat(whoMay(Public.class, "shut")).isEmpty();
        assertThat(DeskGuard.whoMay(null)).isEmpty();
    }

    @Test
    void a_method_is_believed_before_its_class() {
        assertThat(whoMay(Public.class, "open")).contains(Set.of());
        assertThat(whoMay(Public.class, "narrower")).contains(Set.of("moderator", "admin"));
        assertThat(whoMay(Silent.class, "public_")).contains(Set.of());
        assertThat(whoMay(Silent.class, "forAdmins")).contains(Set.of("admin"));
    }
}
