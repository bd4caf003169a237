package cn.qifeng.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the modules that are no service may know of each other; the services have an ArchitectureTest of their own. */
@DisplayName("Architecture of the other modules 架构")
class ModulesTest {

    private static final String[] SERVICES = {"cn.qifeng.trading..", "cn.qifeng.evaluation..", "cn.qifeng.bond.."};

    @Test
    void theKernelIsPlainJava() {
        classes()
                .should()
                .onlyDependOnClassesThat(in("java..", "cn.qifeng.kernel.."))
                .because("what the law counts and computes needs no library")
                .check(module("kernel"));
    }

    @Test
    void theAuditorDependsOnNothingOfOurs() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "our other modules",
                        (JavaClass it) -> in("cn.qifeng..").test(it)
                                && !in("cn.qifeng.auditor..").test(it)))
                .because("a check that shares code with what it checks shares its mistakes")
                .check(module("auditor"));
    }

    @Test
    void trustKnowsKernelAndCryptographyAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(in(
                        "java..",
                        "javax..",
                        "cn.qifeng.kernel..",
                        "cn.qifeng.trust..",
                        "org.bouncycastle..",
                        "com.fasterxml.jackson..",
                        "com.sun.jna.."))
                .because("the cryptography is reviewed without a framework around it")
                .check(module("trust"));
    }

    @Test
    void theCheckOfBlindFilesKnowsPdfAndTrustAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(in(
                        "java..",
                        "cn.qifeng.blind..",
                        "cn.qifeng.trust..",
                        "org.apache.pdfbox..",
                        "org.apache.fontbox..",
                        "com.fasterxml.jackson.."))
                .because("a bidder, the platform and an auditor run the very same code, without a service around it")
                .check(module("blind"));
    }

    @Test
    void whatServicesShareKnowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES)
                .because("shared code serves all alike")
                .check(module("service-kit"));
    }

    @Test
    void cryptographyStandsInTrustAndAuditor() {
        for (String module : new String[] {"kernel", "service-kit", "blind", "cli", "launcher"}) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.bouncycastle..")
                    .because("one module holds the cryptography, so that one module is reviewed")
                    .check(module(module));
        }
    }

    @Test
    void launcherAndToolsHoldNoBusinessRule() {
        for (String module : new String[] {"cli", "launcher"}) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "cn.qifeng.trading..",
                            "cn.qifeng.evaluation..",
                            "cn.qifeng.bond..",
                            "cn.qifeng.kit..",
                            "io.quarkus..")
                    .because("they speak to the services as anybody does, over HTTP")
                    .check(module(module));
        }
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(packages)
                .or(describe("primitives", (JavaClass it) -> it.isPrimitive() || it.isArray()));
    }

    private static JavaClasses module(String name) {
        return new ClassFileImporter().importPath(Path.of("..", name, "target", "classes"));
    }
}
