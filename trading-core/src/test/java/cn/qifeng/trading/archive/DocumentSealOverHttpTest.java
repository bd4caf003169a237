package cn.qifeng.trading.archive;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.OfficialPaper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Seal for the evaluation report 评标报告签章")
class DocumentSealOverHttpTest {

    private static final byte[] REPORT = new OfficialPdf().render("评标报告", "<p>正文</p>" + SealPlaces.xhtml());

    @Test
    void isPutInThePlacesOfTheReport() {
        OfficialPaper.of(seal("remote-evaluation", REPORT)
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .says("正文")
                .isSealed();
    }

    @Test
    void isNotPutInADocumentWithoutPlacesNorTwice() {
        seal("remote-evaluation", new OfficialPdf().render("评标报告", "<p>正文</p>")).statusCode(400);
        byte[] sealed = seal("remote-evaluation", REPORT).extract().asByteArray();
        seal("remote-evaluation", sealed).statusCode(400);
    }

    @Test
    void isNotPutOnWhatAnotherServiceBrings() {
        seal("guarantee-bond", REPORT).statusCode(403).body("code", equalTo("access/not-yours"));
    }

    private static ValidatableResponse seal(String service, byte[] pdf) {
        return given().auth()
                .oauth2(TestTokens.ofService(service))
                .contentType("application/octet-stream")
                .accept("application/octet-stream, application/problem+json")
                .body(pdf)
                .post("/internal/document-seals")
                .then();
    }
}
