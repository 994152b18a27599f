package org.postern;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may see whom. A package of {@code org.postern.fixtures} counts as the package of the product named like it. */
final class WhoMaySeeWhom {
    /** In the order of a letter's journey. */
    static final Set<String> STEPS = Set.of("compose", "review", "print", "post", "notify", "track", "sign", "curate");

    /** Each noun, and the nouns that it may see. */
    static final Map<String, Set<String>> NOUNS = Map.ofEntries(
            Map.entry("letter", Set.of("directory", "address", "typeset", "vault", "staff", "notice", "site")),
            Map.entry("reply", Set.of("letter", "directory", "vault", "typeset")),
            Map.entry("directory", Set.of("address", "typeset")),
            Map.entry("site", Set.of("typeset")),
            Map.entry("cause", Set.of("directory", "vault")),
            Map.entry("staff", Set.of("vault", "web")),
            Map.entry("notice", Set.of()),
            Map.entry("address", Set.of()),
            Map.entry("typeset", Set.of()),
            Map.entry("vault", Set.of()),
            Map.entry("web", Set.of()));

    private static final Pattern PACKAGE = Pattern.compile("org\\.postern(?:\\.fixtures)?(?:\\.(\\w+))?.*");

    private WhoMaySeeWhom() {}

    /** @return the name below {@code org.postern}; empty for the root itself and for what is not ours */
    static String home(JavaClass type) {
        Matcher ours = PACKAGE.matcher(type.getPackageName());
        return ours.matches() && ours.group(1) != null ? ours.group(1) : "";
    }

    private static DescribedPredicate<JavaClass> in(Set<String> homes, String words) {
        return describe(words, type -> homes.contains(home(type)));
    }

    private static DescribedPredicate<JavaClass> only(String name) {
        return describe(
                "are not " + name,
                type -> !outermost(type).getFullName().replace(".fixtures", "").equals("org.postern." + name));
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(WhoMaySeeWhom::outermost).orElse(type);
    }

    static final ArchRule EACH_PACKAGE_HAS_ITS_PLACE = classes()
            .should(Conditions.that(
                    "be in a step or in a noun",
                    type -> type.getPackageName().equals("org.postern")
                            || STEPS.contains(home(type))
                            || NOUNS.containsKey(home(type))));

    static final ArchRule NO_STEP_SEES_ANOTHER = classes()
            .that(in(STEPS, "belong to a step"))
            .should(Conditions.seeOnly(
                    "no other step", (from, to) -> !STEPS.contains(home(to)) || home(to).equals(home(from))));

    static final ArchRule NOUNS_SEE_ONLY_THEIR_OWN = classes()
            .that(in(NOUNS.keySet(), "belong to a noun"))
            .should(Conditions.seeOnly(
                    "the nouns they may",
                    (from, to) -> !to.getPackageName().startsWith("org.postern")
                            || home(to).equals(home(from))
                            || NOUNS.getOrDefault(home(from), Set.of()).contains(home(to))));

    static final ArchRule NO_CYCLES = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return home(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(home(type));
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            })
            .should()
            .beFreeOfCycles();

    private static boolean isPure(JavaClass type) {
        String name = outermost(type).getSimpleName();
        return switch (home(type)) {
            case "typeset", "address" -> true;
            case "directory" -> name.startsWith("Rule");
            case "letter" -> name.equals("LetterState");
            default -> false;
        };
    }

    static final ArchRule PURE_CODE_KNOWS_NO_CONTAINER = noClasses()
            .that(describe("are pure", WhoMaySeeWhom::isPure))
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.."));

    static final ArchRule PDFBOX_ONLY_IN_TYPESET = noClasses()
            .that(describe("are not in typeset", type -> !home(type).equals("typeset")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox.."));

    static final ArchRule GSON_ONLY_AT_THE_DESIGNERS_DOOR = noClasses()
            .that(only("typeset.Cli"))
            .and(only("address.AddressFormats"))
            .should()
            .dependOnClassesThat(resideInAPackage("com.google.gson.."));

    static final ArchRule ONE_MAILER =
            noClasses().that(only("notify.Mailer")).should().dependOnClassesThat(resideInAPackage("jakarta.mail.."));

    static final ArchRule KEYS_ONLY_IN_VAULT = noClasses()
            .that(describe("are not in vault", type -> !home(type).equals("vault")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "com.google.crypto.tink..")
                    .or(describe(
                            "a key",
                            type -> type.isAssignableTo(java.security.Key.class)
                                    || type.isEquivalentTo(java.security.KeyPair.class)
                                    || type.isEquivalentTo(java.security.KeyStore.class))));

    /** Run with the compiled pages, which use their models from afar. */
    static final ArchRule PUBLIC_ONLY_WHERE_NEEDED = classes()
            .that(describe(
                    "are public",
                    type -> !home(type).isEmpty()
                            && type.isTopLevelClass()
                            && type.getModifiers().contains(JavaModifier.PUBLIC)
                            && !Conditions.mustBePublic(type)))
            .should(Conditions.that("be needed by another package", WhoMaySeeWhom::isUsedFromAfar));

    private static boolean isUsedFromAfar(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(part -> outermost(part).equals(type))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
    }
}
