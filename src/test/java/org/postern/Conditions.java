package org.postern;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.servlet.annotation.WebFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What the rules of the house are made of. */
final class Conditions {
    /** The server finds these by their annotation, and asks that they be public. */
    private static final List<Class<? extends Annotation>> FOUND_BY_THE_SERVER = List.of(
            Path.class,
            Provider.class,
            WebFilter.class,
            Singleton.class,
            Entity.class,
            Converter.class,
            ApplicationPath.class);

    /** Named in {@code web.xml}, on command lines, by the benchmarks (a build of their own), by tests of other packages. */
    private static final List<String> NAMED_ELSEWHERE = List.of(
            "org.postern.web.Database",
            "org.postern.web.PortCheck",
            "org.postern.typeset.Cli",
            "org.postern.track.Numbers",
            "org.postern.curate.Eraser");

    private Conditions() {}

    static ArchCondition<JavaClass> that(String words, Predicate<JavaClass> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " should " + words));
                }
            }
        };
    }

    static ArchCondition<JavaClass> seeOnly(String words, BiPredicate<JavaClass, JavaClass> may) {
        return new ArchCondition<>("see " + words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency sees : type.getDirectDependenciesFromSelf()) {
                    if (!may.test(sees.getOriginClass(), sees.getTargetClass())) {
                        events.add(SimpleConditionEvent.violated(sees, sees.getDescription()));
                    }
                }
            }
        };
    }

    /**
     * Also what a public verb may throw, since whether anybody catches it is the caller's affair, and constants, which
     * the compiler copies so that their users cannot be seen.
     */
    static boolean mustBePublic(JavaClass type) {
        return NAMED_ELSEWHERE.contains(type.getName())
                || type.isAssignableTo(Throwable.class)
                || holdsConstantsOnly(type)
                || FOUND_BY_THE_SERVER.stream().anyMatch(type::isAnnotatedWith);
    }

    private static boolean holdsConstantsOnly(JavaClass type) {
        return type.getMethods().isEmpty()
                && !type.getFields().isEmpty()
                && type.getFields().stream()
                        .allMatch(field -> field.getModifiers().containsAll(Set.of(STATIC, FINAL)));
    }
}
