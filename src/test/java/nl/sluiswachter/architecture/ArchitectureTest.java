package nl.sluiswachter.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import javax.net.ssl.TrustManager;
import nl.sluiswachter.transfer.ConsentStage;
import nl.sluiswachter.transfer.Consented;
import nl.sluiswachter.transfer.DecideStage;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Lawful;
import nl.sluiswachter.transfer.Minimal;
import nl.sluiswachter.transfer.MinimiseStage;
import nl.sluiswachter.transfer.PurposeStage;
import nl.sluiswachter.transfer.Submitted;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The shape of the code, as the design states it. */
@AnalyzeClasses(packages = "nl.sluiswachter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "nl.sluiswachter.";
    private static final String CAMEL = "org.apache.camel..";
    private static final String[] CORE = {
        BASE + "kernel..",
        BASE + "freetext..",
        BASE + "catalogue..",
        BASE + "consent..",
        BASE + "facts..",
        BASE + "party..",
        BASE + "transfer..",
        BASE + "explanation..",
        BASE + "report.."
    };

    /** What a package provides to the outside: wiring and storage; the rest of the core knows neither. */
    private static final DescribedPredicate<JavaClass> ADAPTER = DescribedPredicate.describe(
            "named Jdbc* or *Configuration, or inside one", type -> simpleNameStartingWith("Jdbc")
                    .or(simpleNameEndingWith("Configuration"))
                    .test(outermost(type)));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @ArchTest
    static final ArchRule dependenciesPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("nl.sluiswachter..")
            .layer("start")
            .definedBy("nl.sluiswachter")
            .layer("demo")
            .definedBy(BASE + "demo..")
            .layer("command")
            .definedBy(BASE + "command..")
            .layer("activation")
            .definedBy(BASE + "activation..")
            .layer("verifier")
            .definedBy(BASE + "verifier..")
            .layer("startup")
            .definedBy(BASE + "startup..")
            .layer("routes")
            .definedBy(BASE + "routes..")
            .layer("health")
            .definedBy(BASE + "health..")
            .layer("api")
            .definedBy(BASE + "api..")
            .layer("security")
            .definedBy(BASE + "security..")
            .layer("console")
            .definedBy(BASE + "console..")
            .layer("canary")
            .definedBy(BASE + "canary..")
            .layer("delivery")
            .definedBy(BASE + "delivery..")
            .layer("report")
            .definedBy(BASE + "report..")
            .layer("explanation")
            .definedBy(BASE + "explanation..")
            .layer("transferlog")
            .definedBy(BASE + "transferlog..")
            .layer("transfer")
            .definedBy(BASE + "transfer..")
            .layer("catalogue")
            .definedBy(BASE + "catalogue..")
            .layer("consent")
            .definedBy(BASE + "consent..")
            .layer("facts")
            .definedBy(BASE + "facts..")
            .layer("party")
            .definedBy(BASE + "party..")
            .layer("settings")
            .definedBy(BASE + "settings..")
            .layer("freetext")
            .definedBy(BASE + "freetext..")
            .layer("kernel")
            .definedBy(BASE + "kernel..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("routes")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("health")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("console")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("startup")
            .mayOnlyBeAccessedByLayers("start", "demo", "security", "routes", "activation", "command")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("activation")
            .mayOnlyBeAccessedByLayers("console", "start", "command")
            .whereLayer("verifier")
            .mayOnlyBeAccessedByLayers("console", "command")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("console", "start", "demo", "security")
            .whereLayer("security")
            .mayOnlyBeAccessedByLayers("console", "start", "demo", "api", "health")
            .whereLayer("canary")
            .mayOnlyBeAccessedByLayers("console", "health")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("console", "api", "canary", "health", "demo")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("console", "api")
            .whereLayer("explanation")
            .mayOnlyBeAccessedByLayers("console", "api", "report")
            .whereLayer("transferlog")
            .mayOnlyBeAccessedByLayers(
                    "console",
                    "start",
                    "api",
                    "canary",
                    "explanation",
                    "report",
                    "delivery",
                    "routes",
                    "health",
                    "demo",
                    "startup",
                    "activation",
                    "command",
                    "verifier")
            .whereLayer("transfer")
            .mayOnlyBeAccessedByLayers(
                    "console", "api", "canary", "explanation", "delivery", "transferlog", "report", "activation")
            .whereLayer("freetext")
            .mayOnlyBeAccessedByLayers("transfer")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers(
                    "console",
                    "start",
                    "demo",
                    "startup",
                    "routes",
                    "health",
                    "api",
                    "security",
                    "canary",
                    "delivery",
                    "transferlog",
                    "report",
                    "activation",
                    "command");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("nl.sluiswachter.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theKernelKnowsNobody = noClasses()
            .that()
            .resideInAPackage(BASE + "kernel..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("nl.sluiswachter..")
                    .and(DescribedPredicate.not(resideInAnyPackage(BASE + "kernel.."))));

    @ArchTest
    static final ArchRule theGuardOfFreeTextKnowsOnlyTheKernel = noClasses()
            .that()
            .resideInAPackage(BASE + "freetext..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("nl.sluiswachter..")
                    .and(DescribedPredicate.not(resideInAnyPackage(BASE + "freetext..", BASE + "kernel.."))));

    @ArchTest
    static final ArchRule theMerkleLogStandsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage(BASE + "transferlog.merkle..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java.lang..", "java.nio..", "java.security..", "java.time..", "java.util..")
                            .or(resideInAnyPackage(BASE + "transferlog.merkle..")));

    @ArchTest
    static final ArchRule whatAnEntryIsCanBeCheckedWithoutTheGateway = classes()
            .that()
            .resideInAPackage(BASE + "transferlog.entry..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java.io..",
                            "java.lang..",
                            "java.nio..",
                            "java.security..",
                            "java.util..",
                            "javax.crypto..")
                    .or(resideInAnyPackage(BASE + "transferlog.merkle..", BASE + "transferlog.entry..")));

    @ArchTest
    static final ArchRule theVerifierTrustsNothingOfTheGateway = classes()
            .that()
            .resideInAPackage(BASE + "verifier..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.io..",
                    "java.lang..",
                    "java.math..",
                    "java.net..",
                    "java.nio..",
                    "java.security..",
                    "java.sql..",
                    "java.time..",
                    "java.util..",
                    "javax.naming..",
                    "javax.net..",
                    "javax.security.auth..",
                    "com.fasterxml.jackson..",
                    BASE + "transferlog.merkle..",
                    BASE + "transferlog.entry..",
                    BASE + "verifier.."));

    @ArchTest
    static final ArchRule countingAgainNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage(BASE + "verifier.recount..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.io..",
                    "java.lang..",
                    "java.nio..",
                    "java.security..",
                    "java.util..",
                    BASE + "verifier.recount.."));

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsCamel = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "api..", BASE + "routes..", BASE + "health..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CAMEL);

    @ArchTest
    static final ArchRule onlyKernelCryptoKnowsBouncyCastle = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "kernel.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule onlyTheReportMakesPdf = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "report.PdfReport")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule theCoreKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and(DescribedPredicate.not(ADAPTER))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..", CAMEL);

    @ArchTest
    static final ArchRule theClockIsGiven = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "KernelConfiguration")
            .and()
            .doNotHaveFullyQualifiedName(BASE + "command.VerifyWords") // verify has no context to be given one by
            .and()
            .resideOutsideOfPackage(BASE + "demo..") // its certificates are made before there is a context
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule onlyTheDemoTheStartAndCommandsSpeakToTheConsole = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + "demo..", BASE + "startup..", BASE + "command..", BASE + "verifier.recount..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule lettersAreFoldedWithoutTheLocaleOfTheMachine = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    @ArchTest
    static final ArchRule hashesAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + "kernel.crypto..",
                    // which whoever verifies the log runs by themselves
                    BASE + "transferlog.merkle..",
                    BASE + "transferlog.entry..",
                    // which shares nothing with the others
                    BASE + "verifier.recount..")
            .should()
            .callMethod(MessageDigest.class, "getInstance", String.class);

    @ArchTest
    static final ArchRule constructorsSayWhatAClassNeeds = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Autowired.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Value.class);

    @ArchTest
    static final ArchRule onlyItsStageSaysLawful = madeOnlyBy(Lawful.class, PurposeStage.class);

    @ArchTest
    static final ArchRule onlyItsStageSaysConsented = madeOnlyBy(Consented.class, ConsentStage.class);

    @ArchTest
    static final ArchRule onlyItsStageSaysMinimal = madeOnlyBy(Minimal.class, MinimiseStage.class);

    @ArchTest
    static final ArchRule onlyItsStageSaysDecided = madeOnlyBy(Decided.class, DecideStage.class);

    @ArchTest
    static final ArchRule onlyTheLogSaysRecorded = madeOnlyBy(Recorded.class, JdbcTransferLog.class);

    @ArchTest
    static final ArchRule onlyTheIntakeAndARehearsalSubmit = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "api.TransferIntake")
            .and()
            .doNotHaveFullyQualifiedName(BASE + "transfer.Rehearsal") // a dry run of what was decided before
            .and()
            .areNotAssignableTo(Submitted.class) // its own way makes canaries, which are never delivered
            .should()
            .callConstructorWhere(target(owner(equivalentTo(Submitted.class))));

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .that()
            .areNotAssignableTo(TrustManager.class) // the term of the JDK
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule theCoreDoesNotChangeInPlace = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(CORE)
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule theCoreHasOnlyFinalFields = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(CORE)
            .should()
            .beFinal();

    private static ArchRule madeOnlyBy(Class<?> made, Class<?> maker) {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(maker)
                .should()
                .callConstructorWhere(target(owner(equivalentTo(made))));
    }
}
