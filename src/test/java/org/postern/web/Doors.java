package org.postern.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every address that the product answers, read from its classes, so that a new one is tried without being listed. */
public final class Doors {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+\\s*(?::((?:[^{}]|\\{[^{}]*})*))?}");

    private Doors() {}

    /**
     * An address.
     *
     * @param path with something in the place of each parameter
     * @param template as the class says it
     */
    public record Door(String path, String template, boolean mayAnyone) {
        String below(String prefix) {
            return template.substring(prefix.length());
        }

        /** @return whether it has no parameter, but for the language */
        public boolean isFixed() {
            return !template.replace(Languages.PATH, "").contains("{");
        }

        /** @return whether a path, without query, is one of this door's */
        public boolean leadsTo(String asked) {
            StringBuilder pattern = new StringBuilder();
            Matcher parameter = PARAMETER.matcher(template);
            int at = 0;
            while (parameter.find()) {
                String allowed = parameter.group(1);
                pattern.append(Pattern.quote(template.substring(at, parameter.start())))
                        .append(allowed == null ? "[^/]+" : "(?:" + allowed + ")");
                at = parameter.end();
            }
            pattern.append(Pattern.quote(template.substring(at))).append("/?");
            return asked.matches(pattern.toString());
        }
    }

    /** @param method of HTTP, by its annotation */
    public static List<Door> with(Class<? extends Annotation> method, String prefix) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.postern").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(one ->
                                one.isAnnotatedWith(method) && one.getOwner().isAnnotatedWith(Path.class))
                        .map(Doors::door)
                        .filter(door -> door.template().startsWith(prefix))
                        .sorted(Comparator.comparing(Door::path))
                        .toList();
    }

    private static Door door(JavaMethod method) {
        JavaClass owner = method.getOwner();
        String template = owner.getAnnotationOfType(Path.class).value();
        if (method.isAnnotatedWith(Path.class)) {
            String more = method.getAnnotationOfType(Path.class).value();
            template += (template.endsWith("/") || more.startsWith("/") ? "" : "/") + more;
        }
        boolean anyone = method.isAnnotatedWith(PermitAll.class)
                || (owner.isAnnotatedWith(PermitAll.class) && !method.isAnnotatedWith(RolesAllowed.class));
        return new Door(filled(template), template, anyone);
    }

    private static String filled(String template) {
        return PARAMETER.matcher(template).replaceAll(found -> {
            String pattern = found.group(1);
            return Stream.of("1", "00000000-0000-4000-8000-000000000000", "zz")
                    .filter(word -> pattern == null || word.matches(pattern))
                    .findFirst()
                    .orElseGet(() -> pattern.split("\\|", -1)[0]);
        });
    }
}
