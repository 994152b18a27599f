package org.postern;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Query;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.annotation.Testable;

/** How code is named and made. */
final class HowCodeReads {
    /** Plurals whose name is not that of their entity with an s. */
    private static final Map<String, Set<String>> IRREGULAR = Map.of(
            "People", Set.of("Recipient"),
            "Outbox", Set.of("Notice"),
            "Audit", Set.of("AuditEntry"),
            "LetterPairs", Set.of("Letter"),
            "ReadyLetters", Set.of("Letter"),
            // They read letters by the thousand and hand out numbers and ids only.
            "LetterSums", Set.of("Letter"),
            "Piles", Set.of("Letter"),
            "Watches", Set.of("Letter"));

    /** Makes the entity managers that the plurals take, and does nothing with them. */
    private static final String PRODUCER = "org.postern.web.PersistenceUnit";

    private HowCodeReads() {}

    static final ArchRule ENTITY_MANAGERS_ONLY_IN_PLURALS = noClasses()
            .that(describe(
                    "are not plurals",
                    type -> !isPlural(WhoMaySeeWhom.outermost(type))
                            && !type.getName().equals(PRODUCER)))
            .should()
            .dependOnClassesThat(describe(
                    "query the database",
                    type -> type.isAssignableTo(EntityManager.class)
                            || type.isAssignableTo(EntityManagerFactory.class)
                            || type.isAssignableTo(Query.class)));

    /** A plural is a bean beside the entity whose collection it is; a page never is one. */
    private static boolean isPlural(JavaClass type) {
        return (type.isAnnotatedWith(ApplicationScoped.class) || type.isAnnotatedWith(Dependent.class))
                && !type.isAnnotatedWith(Path.class)
                && type.getPackage().getClasses().stream()
                        .filter(other -> other.isAnnotatedWith(Entity.class))
                        .map(JavaClass::getSimpleName)
                        .anyMatch(entity -> pluralsOf(entity).anyMatch(type.getSimpleName()::equals)
                                || IRREGULAR
                                        .getOrDefault(type.getSimpleName(), Set.of())
                                        .contains(entity));
    }

    private static Stream<String> pluralsOf(String entity) {
        return Stream.of(entity + "s", entity + "es", entity.replaceAll("y$", "ies"));
    }

    static final ArchRule NO_INTERFACE_FOR_ONE = classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and(describe("are no package-info", type -> !type.getSimpleName().equals("package-info")))
            .should(Conditions.that("have more than one implementation, or lambdas", type -> {
                long implementations = type.getAllSubclasses().stream()
                        .filter(sub -> !sub.isInterface())
                        .count();
                return implementations > 1 || (implementations == 0 && takesALambda(type));
            }));

    private static boolean takesALambda(JavaClass type) {
        return type.getAllMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count()
                == 1;
    }

    static final ArchRule NAMES_SAY_WHAT_IT_IS =
            noClasses().should().haveNameMatching(".*(Impl|Service|Manager|Utils?|Helper|Dto|DTO)(\\$.*)?");

    static final ArchRule ENTITIES_HAVE_VERBS_AND_NO_SETTERS = classes()
            .that(describe(
                    "are stored",
                    type -> type.isAnnotatedWith(Entity.class)
                            || type.isAnnotatedWith(MappedSuperclass.class)
                            || type.isAnnotatedWith(Embeddable.class)))
            .should(Conditions.that(
                    "have no public setter",
                    type -> type.getMethods().stream()
                            .noneMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                    && method.getName().matches("set[A-Z].*"))));

    static final ArchRule ONE_CLOCK = classes()
            .that(describe("are not the clock", type -> !type.getName().equals("org.postern.web.DatabaseClock")))
            .should(Conditions.that(
                    "ask the injected clock",
                    type -> type.getCodeUnitAccessesFromSelf().stream()
                            .noneMatch(access -> readsTheTime(access.getTarget()))));

    private static boolean readsTheTime(AccessTarget.CodeUnitAccessTarget target) {
        String name = target.getName();
        String owner = target.getOwner().getName();
        return (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals(Date.class.getName())
                        && name.equals("<init>")
                        && target.getRawParameterTypes().isEmpty())
                || (owner.equals("java.util.Calendar") && name.equals("getInstance"));
    }

    /** EclipseLink 4.0 cannot store such a record, and Jersey cannot fill one. */
    static final ArchRule NO_RECORD_FOR_THE_SERVER_TO_FILL = classes()
            .should(Conditions.that(
                    "be no embeddable record and take none as bean parameter",
                    type -> !(type.isRecord() && type.isAnnotatedWith(Embeddable.class))
                            && type.getFields().stream()
                                    .noneMatch(field -> field.isAnnotatedWith(BeanParam.class)
                                            && field.getRawType().isRecord())
                            && type.getCodeUnits().stream().noneMatch(HowCodeReads::takesARecord)));

    private static boolean takesARecord(JavaCodeUnit unit) {
        return unit.getParameters().stream()
                .anyMatch(parameter -> parameter.isAnnotatedWith(BeanParam.class)
                        && parameter.getRawType().isRecord());
    }

    static final ArchRule EACH_PACKAGE_SAYS_WHAT_BELONGS_THERE = classes()
            .should(Conditions.that(
                    "have a package-info",
                    type -> type.getPackage().tryGetPackageInfo().isPresent()));

    static final ArchRule NO_TEST_IS_SWITCHED_OFF = classes()
            .that(describe("test", HowCodeReads::hasTests))
            .should(Conditions.that(
                    "run all of its tests",
                    type -> !type.isAnnotatedWith(Disabled.class)
                            && type.getMethods().stream().noneMatch(method -> method.isAnnotatedWith(Disabled.class))));

    static final ArchRule DATABASE_TESTS_ARE_TAGGED = classes()
            .that(describe(
                    "test on a database",
                    type -> hasTests(type)
                            && type.getTransitiveDependenciesFromSelf().stream()
                                    .anyMatch(uses ->
                                            uses.getTargetClass().getName().equals("org.postern.TestDatabase"))))
            .should(Conditions.that(
                    "be tagged as such", type -> type.getAnnotations().stream().anyMatch(HowCodeReads::saysDatabase)));

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream().anyMatch(HowCodeReads::isTest);
    }

    private static boolean isTest(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class);
    }

    private static boolean saysDatabase(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isEquivalentTo(Tag.class)
                && annotation.get("value").equals(Optional.of("database"));
    }
}
