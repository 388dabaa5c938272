package io.holdfast.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the house, over the compiled classes of every module the command sees. */
class ArchitectureTest {
    private static final String GENERATED = "io.holdfast.scoring.model.proto..";

    private static JavaClasses product;

    @BeforeAll
    static void readClasses() {
        product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(ArchitectureTest::isProduct)
                .importPackages("io.holdfast");
    }

    /** The fixtures of a module come as a jar of their own. */
    private static boolean isProduct(Location location) {
        return !location.contains("-tests.jar");
    }

    private static JavaClasses handWritten() {
        return product.that(resideInAnyPackage(GENERATED).negate());
    }

    @Test
    void everyModuleIsUnderWatch() {
        Set<String> roots = product.stream()
                .map(type -> type.getPackageName().split("\\.", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(roots).contains("scoring", "page", "care", "features", "simulation", "training", "serving", "cli");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.holdfast.(**)")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .check(product);
    }

    @Test
    void scoringStandsOnTheGround() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.scoring..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.holdfast.page..",
                        "io.holdfast.care..",
                        "io.holdfast.features..",
                        "io.holdfast.training..",
                        "io.holdfast.serving..",
                        "io.holdfast.cli..",
                        "io.javalin..",
                        "org.eclipse.jetty..",
                        "jakarta..",
                        "java.sql..",
                        "org.duckdb..",
                        "org.apache.spark..",
                        "org.tribuo.classification.sgd..",
                        "org.tribuo.data..",
                        "picocli.."))
                .check(product);
    }

    @Test
    void careSeesScoringOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.care..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.holdfast.features..",
                        "io.holdfast.training..",
                        "io.holdfast.serving..",
                        "io.holdfast.cli..",
                        "io.javalin..",
                        "org.tribuo..",
                        "java.sql..",
                        "java.net.."))
                .check(product);
    }

    @Test
    void aPageKnowsNothingOfWhatStandsOnIt() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.page..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.holdfast.care..",
                        "io.holdfast.features..",
                        "io.holdfast.training..",
                        "io.holdfast.serving..",
                        "io.holdfast.cli..",
                        "io.javalin..",
                        "org.tribuo..",
                        "java.sql.."))
                .check(product);
    }

    /** A yardstick that knew what it measures, or was known to it, would measure nothing. */
    @Test
    void theSimulationAndTheEngineKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.simulation..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.holdfast.scoring.model..",
                        "io.holdfast.scoring.score..",
                        "io.holdfast.scoring.reason..",
                        "io.holdfast.care..",
                        "io.holdfast.training..",
                        "io.holdfast.serving..",
                        "io.holdfast.cli..",
                        "org.tribuo..",
                        "java.sql.."))
                .check(product);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.holdfast.simulation..", "io.holdfast.cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.holdfast.simulation.."))
                .check(product);
    }

    @Test
    void featuresSeeScoringOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.features..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.holdfast.care..",
                        "io.holdfast.training..",
                        "io.holdfast.serving..",
                        "io.holdfast.cli..",
                        "io.javalin..",
                        "org.tribuo..",
                        "picocli.."))
                .check(product);
    }

    /** The plan is text, so that an engine other than DuckDB can run it. */
    @Test
    void onlyOnePackageKnowsDuckDb() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast..")
                .and()
                .resideOutsideOfPackage("io.holdfast.features.duckdb..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.duckdb.."))
                .check(product);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.holdfast.features.history..",
                        "io.holdfast.features.definition..",
                        "io.holdfast.features.plan..",
                        "io.holdfast.features.baseline..",
                        "io.holdfast.features.value..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "io.holdfast.features.duckdb.."))
                .allowEmptyShould(true)
                .check(product);
    }

    /** Cells of another database go through one door, and what they are read by knows no engine. */
    @Test
    void onlyTheLoaderReadsPostgresql() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast..")
                .and()
                .resideOutsideOfPackages("io.holdfast.features.duckdb..", "io.holdfast.features.postgresql..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.holdfast.features.postgresql.."))
                .check(product);
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.features.postgresql..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.holdfast.features.duckdb..", "org.duckdb.."))
                .check(product);
    }

    /** Others ask the store in its own words. */
    @Test
    void onlyTheStoreKnowsItsDatabases() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast..")
                .and()
                .resideOutsideOfPackage("io.holdfast.serving.store..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.jdbi..", "com.zaxxer..", "org.flywaydb..", "org.sqlite..", "org.postgresql.."))
                .check(product);
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.serving..")
                .and()
                .resideOutsideOfPackage("io.holdfast.serving.store..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .check(product);
    }

    @Test
    void trainingSeesNoServer() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.training..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.holdfast.serving..", "io.holdfast.cli..", "io.javalin..", "picocli.."))
                .check(product);
    }

    @Test
    void servingSeesNoTrainingAndNoTribuo() {
        noClasses()
                .that()
                .resideInAPackage("io.holdfast.serving..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.holdfast.features..",
                        "io.holdfast.training..",
                        "io.holdfast.cli..",
                        "org.tribuo..",
                        "org.duckdb..",
                        "picocli.."))
                .check(product);
    }

    @Test
    void onlyTheHttpPackagesKnowTheWebServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.holdfast.serving.http..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."))
                .check(product);
    }

    @Test
    void onlyTheCommandLineTalksToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.holdfast.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(product);
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.holdfast.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(product);
    }

    /** Training alone may, because Tribuo logs through it and has to be quietened. */
    @Test
    void nobodyLogsThroughTheJdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.holdfast.training..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging.."))
                .check(product);
        long silencing = product.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getPackageName().equals("java.util.logging")))
                .map(JavaClass::getPackageName)
                .distinct()
                .count();
        assertThat(silencing).as("packages that know java.util.logging").isLessThanOrEqualTo(1);
    }

    @Test
    void nobodySerialisesJavaObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutputStream.class)
                .check(product);
    }

    @Test
    void nobodyThrowsGenericExceptions() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(handWritten());
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = handWritten().stream()
                .map(JavaClass::getPackage)
                .filter(place -> !place.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Base)")
                .check(handWritten());
    }
}
