package org.postern;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The guard would refuse such a method; this tells whoever writes one before anybody runs into it. */
class EveryResourceSaysWhoMayTest {
    private static final ArchRule RULE = methods()
            .that(new DescribedPredicate<JavaMethod>("answer requests") {
                @Override
                public boolean test(JavaMethod method) {
                    return method.isMetaAnnotatedWith(HttpMethod.class);
                }
            })
            .should(new ArchCondition<>("say who may") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!says(method) && !says(method.getOwner())) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " says not who may"));
                    }
                }
            });

    private static boolean says(CanBeAnnotated element) {
        return element.isAnnotatedWith(PermitAll.class) || element.isAnnotatedWith(namesARole());
    }

    private static DescribedPredicate<JavaAnnotation<?>> namesARole() {
        return DescribedPredicate.describe(
                "names a role",
                annotation -> annotation.getRawType().isEquivalentTo(RolesAllowed.class)
                        && ((Object[]) annotation.get("value").orElse(new Object[0])).length > 0);
    }

    @Test
    void every_resource_says_who_may() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.postern");
        assertThat(product).anyMatch(type -> type.isAnnotatedWith(Path.class));
        RULE.check(product);
    }

    @Test
    void one_that_does_not_is_found() {
        JavaClasses violating = new ClassFileImporter().importClasses(Silent.class, Nobody.class, Said.class);
        assertThatThrownBy(() -> RULE.check(violating))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Silent.page() says not who may")
                .hasMessageContaining("Nobody.page() says not who may")
                .hasMessageNotContaining("Said.page()");
    }

    @Path("/silent")
    static class Silent {
        @GET
        public String page() {
            return "";
        }
    }

    @Path("/nobody")
    @RolesAllowed({})
    static class Nobody {
        @GET
        public String page() {
            return "";
        }
    }

    @Path("/said")
    @RolesAllowed("moderator")
    static class Said {
        @GET
        public String page() {
            return "";
        }
    }
}
