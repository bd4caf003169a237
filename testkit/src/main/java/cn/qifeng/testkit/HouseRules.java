package cn.qifeng.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The layout that every service keeps (CONTRIBUTING.md, "Layout"); each service extends this with its root package. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {

    private static final String[] DOMAIN_MAY_USE = {
        "java..", "cn.qifeng.kernel..", "cn.qifeng.trust..", "com.fasterxml.jackson.databind.."
    };

    private static final String[] SERVICES = {"cn.qifeng.trading..", "cn.qifeng.evaluation..", "cn.qifeng.bond.."};

    private final String root;
    private final Layers layers;
    private final JavaClasses house;

    /** Rules for the classes below this package. */
    protected HouseRules(String root) {
        this.root = root;
        this.layers = new Layers(root);
        this.house = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    @Test
    void aDomainKnowsOnlyDomainsKernelAndTrust() {
        var allowed = describe("a domain, kernel, trust or Java", (JavaClass it) -> {
            for (String prefix : DOMAIN_MAY_USE) {
                if (resideInAPackage(prefix).test(it)) {
                    return true;
                }
            }
            return resideInAPackage(root + "..domain..").test(it) || it.isPrimitive() || it.isArray();
        });
        classes()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .onlyDependOnClassesThat(allowed)
                .because("rules of law must be readable and testable without a framework")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void applicationDoesNotKnowItsAdapters() {
        noClasses()
                .that()
                .resideInAPackage(root + "..application..")
                .should()
                .dependOnClassesThat(describe("adapters", (JavaClass it) -> layers.isAdapter(it)))
                .because("a use case is called by adapters and reaches out through ports")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        noClasses()
                .that(describe("adapters", (JavaClass it) -> layers.isAdapter(it)))
                .should(new KnowingAnotherAdapter(layers))
                .because("what HTTP shows is decided by use cases, not by rows, files or sheets")
                .check(house);
    }

    @Test
    void everyCapabilitySaysWhatItIs() throws IOException {
        try (var folders = Files.list(Path.of("src", "main", "java", root.replace('.', '/')))) {
            assertThat(folders.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).isNotEmptyFile());
        }
    }

    @Test
    void noServiceKnowsAnother() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "other services",
                        (JavaClass it) -> resideInAnyPackage(SERVICES).test(it)
                                && !resideInAPackage(root + "..").test(it)))
                .because("services share HTTP contracts, never classes")
                .check(house);
    }

    @Test
    void cryptographyStandsInTrust() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .because("one module holds the cryptography, so that one module is reviewed")
                .check(house);
    }

    @Test
    void spreadsheetsAndDocumentsStandInTheirPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..sheet..", "..document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "com.deepoove..", "org.dhatim..")
                .because("office formats come from outside and are read in one place")
                .check(house);
    }

    @Test
    void panacheStandsInPersistence() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.hibernate.orm.panache..", "jakarta.persistence..")
                .because("no row leaves its package")
                .check(house);
    }

    @Test
    void capabilitiesKnowEachOtherOnlyByApplicationAndDomain() {
        noClasses()
                .should(new ForeignInsides(root))
                .because("a capability uses another only through its application or hears its events")
                .check(house);
    }

    @Test
    void capabilitiesHaveNoCycles() {
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a capability can be read, and taken out, without its neighbours")
                .check(house);
    }

    @Test
    void noNameHidesWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Dto)")
                .because("a name says what the thing is")
                .check(house);
    }

    @Test
    void amountsAreNeverFloatingPoint() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..domain..")
                .should()
                .notHaveRawReturnType(double.class)
                .because("money and scores are exact (docs/evidence.md section 1)")
                .allowEmptyShould(true)
                .check(house);
    }
}
