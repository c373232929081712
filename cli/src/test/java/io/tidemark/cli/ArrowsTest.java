package io.tidemark.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Guards the arrows between modules and packages that ARCHITECTURE.md draws. It stands here because
 * the command line is the one place that sees all of them.
 */
class ArrowsTest {
    private static final String[] PURE = {"io.tidemark.model..", "io.tidemark.analysis.."};

    /** Classes of java.base that are files, processes and threads, beside the packages that are full of them. */
    private static final Set<String> OUTSIDE = Set.of(
            "java.io.Console",
            "java.io.File",
            "java.io.FileDescriptor",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.util.Timer");

    /** Classes of the forbidden packages that only name or hold something. */
    private static final Set<String> HARMLESS = Set.of(
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.net.URLDecoder",
            "java.net.URLEncoder",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.TimeUnit");

    private static final Set<String> JDK = ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final JavaClasses TIDEMARK = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.tidemark");

    @Test
    void model_dependsOn_javaBaseOnly() {
        Set<String> base =
                ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();
        classes()
                .that()
                .resideInAPackage("io.tidemark.model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.tidemark.model..", "org.jspecify..")
                        .or(describe("are in java.base", type -> base.contains(packageOf(type)))))
                .because("the model runs inside strangers' programs")
                .check(TIDEMARK);
    }

    @Test
    void modelAndAnalysis_useNoThing_outsideTheProgram() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(describe("are files, sockets, processes or threads", ArrowsTest::isOutside))
                .because("streams and values come in, and values go out")
                .check(TIDEMARK);
    }

    @Test
    void modelAndAnalysis_haveNo_ambientInput() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .accessTargetWhere(describe(
                        "it is the clock, the environment, the terminal or a parallel stream", ArrowsTest::isAmbient))
                .because("the same input must give the same answer at any time and in any place")
                .check(TIDEMARK);
    }

    @Test
    void analysis_dependsOn_modelOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.tidemark.analysis..")
                .should()
                .dependOnClassesThat(foreignTo(
                        "io.tidemark.analysis..",
                        "io.tidemark.model..",
                        "com.google.re2j..",
                        "com.fasterxml.jackson.core..",
                        "org.snakeyaml.engine.."))
                .check(TIDEMARK);
    }

    @Test
    void collect_dependsOn_modelOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.tidemark.collect..")
                .should()
                .dependOnClassesThat(foreignTo(
                        "io.tidemark.collect..",
                        "io.tidemark.model..",
                        "io.airlift.compress..",
                        "com.fasterxml.jackson.core.."))
                .check(TIDEMARK);
    }

    @Test
    void cliAndLab_areUsedBy_noOther() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tidemark.cli..", "io.tidemark.lab..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tidemark.cli..", "io.tidemark.lab..")
                .check(TIDEMARK);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidemark.lab..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tidemark.lab..")
                .check(TIDEMARK);
    }

    @Test
    void terminal_isKnownTo_cliOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidemark.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jline..", "picocli..")
                .check(TIDEMARK);
    }

    @Test
    void packages_haveNo_cycles() {
        slices().matching("io.tidemark.(**)").should().beFreeOfCycles().check(TIDEMARK);
    }

    /** Neither of the JDK, nor an annotation for the null checker, nor in one of {@code packages}. */
    private static DescribedPredicate<JavaClass> foreignTo(String... packages) {
        return describe(
                "are neither of the JDK nor in " + String.join(", ", packages),
                type -> !JDK.contains(packageOf(type))
                        && !resideInAnyPackage("org.jspecify..").test(type)
                        && !resideInAnyPackage(packages).test(type));
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }

    private static boolean isOutside(JavaClass type) {
        return OUTSIDE.contains(type.getName())
                || (!HARMLESS.contains(type.getName())
                        && resideInAnyPackage(
                                        "java.nio.file..", "java.nio.channels..", "java.net..", "java.util.concurrent")
                                .test(type));
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (owner.isEquivalentTo(System.class)) {
            return !name.equals("arraycopy") && !name.equals("identityHashCode");
        }
        if (owner.getPackageName().startsWith("java.time")) {
            return name.equals("now") || name.startsWith("system") || name.startsWith("tick");
        }
        return name.equals("parallelStream")
                || (name.equals("parallel") && owner.getName().startsWith("java.util."));
    }
}
