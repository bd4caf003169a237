package cn.qifeng.trading.supervision;

import static io.restassured.RestAssured.given;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.Report;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A package as an outsider gets and audits it: fetched over HTTP, checked by the auditor against the trust file. */
public record PackageAudit(List<String> names, Report report) {

    /** Fetches and audits; a supervisor's token is used for the supervisor's cut only. */
    public static PackageAudit of(TenderId tender, String cut) {
        return of(get(tender, cut));
    }

    /** Audits the package in an answer. */
    public static PackageAudit of(ValidatableResponse answer) {
        byte[] zip = answer.statusCode(200).extract().asByteArray();
        byte[] trust = given().get("/api/core/trust-file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try {
            var folder = Files.createTempDirectory("qifeng-package");
            var file = Files.write(folder.resolve("package.zip"), zip);
            var anchors = Files.write(folder.resolve("trust.json"), CanonicalJson.encode(CanonicalJson.read(trust)));
            try (var opened = new ZipFile(file.toFile())) {
                var names = opened.stream().map(ZipEntry::getName).toList();
                return new PackageAudit(names, Audit.run(file, anchors, finding -> {}));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The answer to the request for a package. */
    public static ValidatableResponse get(TenderId tender, String cut) {
        var request = given();
        if (cut.equals("SUPERVISOR")) {
            request.auth().oauth2(TestTokens.of("supervisor"));
        }
        return request.get("/api/core/tenders/" + tender + "/package?cut=" + cut)
                .then();
    }
}
