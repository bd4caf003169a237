package cn.qifeng.trading.tender;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.qifeng.kernel.Refused;
import cn.qifeng.testkit.DemoKeys;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.OfficialPaper;
import cn.qifeng.trading.tender.domain.Drafts;
import cn.qifeng.trading.tender.domain.RuleBook;
import cn.qifeng.trading.tender.domain.RuleParameters.Rule;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trading.tender.domain.TenderRules;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("From project to notice over HTTP 招标编制、发布与公告")
class TenderOverHttpTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Path BILL = Path.of("..", "..", "shared", "samples", "boq-road.xlsx");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RuleBook rules;

    @Test
    @DisplayName("B-022: committees of water works have seven members at least, others five")
    void committeesOfWaterWorksHaveSevenMembers() {
        var day = LocalDate.of(2026, 12, 1);
        var water = rules.parameters().on(day, "330703", "A07").of(Rule.PANEL_SIZE_MIN);
        assertThat(water.value()).isEqualTo("7");
        assertThat(water.law()).contains("水利工程建设项目招标投标管理规定");
        assertThat(rules.parameters().on(day, "330703", "A02").integer(Rule.PANEL_SIZE_MIN))
                .isEqualTo(5);

        var ofWater = new TenderRules(rules.parameters().on(day, "330703", "A07"));
        assertThatCode(() -> ofWater.check(Drafts.lawful().panel(7, 2).draft())).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                                Refused.class,
                                () -> ofWater.check(Drafts.lawful().panel(5, 1).draft()))
                        .code())
                .isEqualTo(TenderRefusal.PANEL_TOO_SMALL);
    }

    @Test
    void anAgencyPublishesATenderAndEverybodyReadsIt() throws IOException {
        String agency = logIn("agency");
        String tender = registered(agency);
        String lot = get(agency, "/api/core/tenders/" + tender).extract().path("lot");

        drafted(agency, tender);
        given().auth()
                .oauth2(agency)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/octet-stream")
                .body(Files.readAllBytes(BILL))
                .put("/api/core/tenders/" + tender + "/bill")
                .then()
                .statusCode(200)
                .body("items", equalTo(620));
        post(agency, "/api/core/tenders/" + tender + "/document", Map.of("fields", Map.of()))
                .statusCode(200);
        String set = namedTrustees(agency, tender);
        assertThat(tasks(agency)).contains("tender/publish /tenders/" + tender + "/draft");
        for (var trustee : List.of("supervisor", "notary", "operator")) {
            assertThat(tasks(logIn(trustee))).contains("key-set/offer /trustee");
            holdKey(trustee, set, lot);
        }

        publish(agency, tender, lot);
        assertThat(tasks(agency)).doesNotContain("tender/publish /tenders/" + tender + "/draft");
        assertThat(tasks(logIn("notary"))).doesNotContain("key-set/offer /trustee", "key-set/answer /trustee");

        everybodyReadsTheNotice(tender);
        everybodyReadsTheDocument(tender);
        put(agency, "/api/core/tenders/" + tender + "/draft", draft(21))
                .statusCode(409)
                .body("code", equalTo("tender/wrong-stage"));
    }

    /** Refused with too early a deadline; taken with a lawful one, and with the usual evaluation time, as none is named. */
    private static void drafted(String agency, String tender) {
        put(agency, "/api/core/tenders/" + tender + "/draft", draft(12))
                .statusCode(422)
                .body("code", equalTo("tender/deadline-too-early"))
                .body("law", containsString("第二十四条"));
        put(agency, "/api/core/tenders/" + tender + "/draft", draft(21))
                .statusCode(200)
                .body("draft.panel.evaluationHours", equalTo(8));
    }

    private static String namedTrustees(String agency, String tender) {
        get(agency, "/api/core/tenders/" + tender + "/publication/to-sign")
                .statusCode(409)
                .body("code", equalTo("tender/no-key-set"));
        post(
                        agency,
                        "/api/core/tenders/" + tender + "/key-set",
                        Map.of("members", List.of("supervisor", "agency", "tenderer"), "threshold", 2))
                .statusCode(422)
                .body("code", equalTo("trust/one-side-controls"));
        String set = post(
                        agency,
                        "/api/core/tenders/" + tender + "/key-set",
                        Map.of("members", List.of("supervisor", "notary", "operator"), "threshold", 2))
                .statusCode(200)
                .extract()
                .path("id");
        get(agency, "/api/core/tenders/" + tender + "/publication/to-sign")
                .statusCode(409)
                .body("code", equalTo("tender/key-set-incomplete"));
        return set;
    }

    private static void everybodyReadsTheNotice(String tender) throws IOException {
        given().get("/notices/" + tender)
                .then()
                .statusCode(200)
                .body(
                        containsString("示例路改造工程施工招标公告"),
                        containsString("¥82,802,339.00"),
                        not(containsString("<script")));
        given().get("/notices?q=示例路").then().statusCode(200).body(containsString("/notices/" + tender));
        given().get("/").then().statusCode(200).body(containsString("到点才启封"));
        Files.writeString(
                Path.of("target", "notice.html"),
                given().get("/notices/" + tender).asString());
    }

    private static void everybodyReadsTheDocument(String tender) throws IOException {
        String pdf = given().get("/api/core/public/tenders/" + tender)
                .then()
                .statusCode(200)
                .body("tender.stage", equalTo("BIDDING"))
                .body("documents", hasSize(3))
                .body("documents.name", hasItem("招标文件.pdf"))
                .extract()
                .path("tender.document.pdf");
        byte[] bytes = given().get("/api/core/public/tenders/" + tender + "/documents/" + pdf)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(Sm3.hex(bytes)).isEqualTo(pdf);
        Files.write(Path.of("target", "tender-document.pdf"), bytes);
        OfficialPaper.of(bytes).isSealed();
        everybodyReadsItAsOfd(tender, pdf);
    }

    private static void everybodyReadsItAsOfd(String tender, String pdf) throws IOException {
        var documents = "/api/core/public/tenders/" + tender + "/documents/";
        byte[] ofd = given().get(documents + pdf + "/ofd")
                .then()
                .statusCode(200)
                .contentType("application/ofd")
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "tender-document.ofd"), ofd);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ofd))) {
            assertThat(Stream.generate(() -> next(zip))
                            .takeWhile(Objects::nonNull)
                            .map(ZipEntry::getName))
                    .contains("OFD.xml", "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Signs/Sign_0/SignedValue.dat");
        }
        String bill = given().get("/api/core/public/tenders/" + tender).path("tender.document.bill");
        given().get(documents + bill + "/ofd").then().statusCode(404).body("code", equalTo("archive/not-official"));
    }

    private static ZipEntry next(ZipInputStream zip) {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDraftIsNobodysBusiness() {
        String tender = registered(logIn("agency"));

        given().get("/notices/" + tender).then().statusCode(404);
        given().get("/api/core/public/tenders/" + tender)
                .then()
                .statusCode(404)
                .body("code", equalTo("tender/no-such-tender"));
        given().auth()
                .oauth2(logIn("bidder1"))
                .get("/api/core/tenders/" + tender)
                .then()
                .statusCode(403);
    }

    private void publish(String agency, String tender, String lot) throws IOException {
        var doc = (ObjectNode) JSON.readTree(get(agency, "/api/core/tenders/" + tender + "/publication/to-sign")
                .statusCode(200)
                .extract()
                .asString());
        var forged = Statement.of(doc.deepCopy().put("bidValidityDays", 60), key("agency"));
        post(agency, "/api/core/tenders/" + tender + "/publication", forged.toJson())
                .statusCode(422)
                .body("code", equalTo("tender/signed-another-document"));
        post(
                        agency,
                        "/api/core/tenders/" + tender + "/publication",
                        Statement.of(doc, key("tenderer")).toJson())
                .statusCode(403)
                .body("code", equalTo("tender/foreign-signer"));
        var answer = post(
                        agency,
                        "/api/core/tenders/" + tender + "/publication",
                        Statement.of(doc, key("agency")).toJson())
                .statusCode(200);
        String hash = answer.extract().path("publicationHash");
        answer.body(
                "tenderCtx",
                equalTo(Sm3.hex(Bytes.ascii("BES1 tender"), Hex.decode(hash), Bytes.uuid(UUID.fromString(lot)))));
        given().get("/api/core/public/tenders/" + tender + "/chain-head").then().statusCode(200);
        isUnderAHeadSoon(hash);
    }

    /** Well before the head of the next minute: bidders seal only to a publication that witnesses have seen. */
    private static void isUnderAHeadSoon(String hash) {
        var patience = Instant.now().plusSeconds(15);
        while (given().get("/api/core/log/proofs/" + hash).statusCode() != 200) {
            assertThat(Instant.now()).as("the publication is under a head").isBefore(patience);
        }
    }

    private void holdKey(String account, String set, String lot) {
        String token = logIn(account);
        var secret = Sm2.newPrivateKey(RANDOM);
        var point = Sm2.publicKey(secret);
        String sig = new KeyOffer(KeySetPurpose.LOT, UUID.fromString(lot), point).sign(key(account));
        post(token, "/api/core/key-sets/" + set + "/offers", Map.of("encryptionKey", Hex.encode(point), "sig", sig))
                .statusCode(200);
        String challenge = get(token, "/api/core/key-sets/" + set + "/challenges/mine")
                .extract()
                .path("challenge");
        var canary = Sm2Wrap.unwrap(secret, Sm2Cipher.decode(Base64.getDecoder().decode(challenge)));
        post(token, "/api/core/key-sets/" + set + "/answers", Map.of("answer", Hex.encode(canary)))
                .statusCode(200);
    }

    private static String registered(String agency) {
        List<Map<String, Object>> people =
                given().get("/api/core/sandbox/people").jsonPath().getList("people");
        String uscc = (String) people.stream()
                .filter(it -> "tenderer".equals(it.get("account")))
                .findFirst()
                .orElseThrow()
                .get("uscc");
        String project = post(
                        agency,
                        "/api/core/projects",
                        Map.of("name", "示例路改造工程", "kind", "A02", "region", "330703", "procuringEntity", uscc))
                .statusCode(200)
                .extract()
                .path("id");
        return post(agency, "/api/core/projects/" + project + "/tenders", Map.of())
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static String draft(int days) {
        var now = Instant.parse(given().get("/api/core/clock").jsonPath().getString("legal"))
                .truncatedTo(ChronoUnit.SECONDS);
        var deadline = now.plus(days, ChronoUnit.DAYS);
        return """
                {"lotName":"示例路改造工程施工","estimateFen":8350000000,"ceilingFen":8280233900,"minimumFen":null,
                 "durationDaysMax":360,"quality":"合格","bidValidityDays":90,"openingMode":"TRUSTEES","openingStepMinutes":120,
                 "schedule":{"issuedAt":"%s","questionDeadline":"%s","clarificationDeadline":"%s","objectionDeadline":"%s","bidDeadline":"%s"},
                 "panel":{"size":5,"tendererSeats":1},
                 "method":{"code":"M-A","fullScore":"60","e1":"1.0","e2":"0.5","k":["0.95","0.96","0.97","0.98"],
                   "trim":[{"bidsMin":6,"dropHigh":1,"dropLow":1}],"technicalFull":"40"},
                 "criteria":[{"item":"T1","name":"施工组织设计","max":"40","kind":"SUBJECTIVE"}],
                 "security":{"amountFen":60000000,"forms":["BOND","CASH"]},
                 "award":{"mode":"SEPARATED","pilotBasis":{"documentNo":"示例〔2026〕9号","issuer":"示例区政府","scope":"市政工程施工","example":true},
                   "finalistsMax":3,"committeeSize":5,"roundsMax":3,"publicityDays":3},
                 "notice":{"approval":"示例区发展和改革局，示例发改〔2026〕118号","fundSource":"财政资金，100%%","location":"示例区学林路",
                   "scale":"道路全长约2480m，红线宽36m","qualification":"市政公用工程施工总承包二级及以上资质",
                   "leaderQualification":"市政公用工程专业一级注册建造师","consortium":false,"objectionChannel":"通过平台向招标人提出",
                   "supervisor":"示例区住房和城乡建设局，0000-8209009","contacts":["招标代理机构：褚雨桐，0000-8202002"]}}""".formatted(
                        now, now, deadline.minus(15, ChronoUnit.DAYS), deadline.minus(10, ChronoUnit.DAYS), deadline);
    }

    private static String logIn(String account) {
        var doc = challenge();
        return given().contentType("application/json")
                .body(Map.of(
                        "challenge",
                        doc.get("challenge").textValue(),
                        "sig",
                        Statement.of(doc, key(account)).sig()))
                .post("/api/core/sessions/certificate")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static ObjectNode challenge() {
        String answer = given().post("/api/core/sessions/challenges").asString();
        return (ObjectNode)
                CanonicalJson.read(answer.getBytes(StandardCharsets.UTF_8)).get("doc");
    }

    private static SigningKey key(String account) {
        byte[] file =
                given().get("/api/core/sandbox/people/" + account + "/key-file").asByteArray();
        return SigningKey.of(DemoKeys.open(file));
    }

    /** What somebody owes: code and page. */
    private static List<String> tasks(String token) {
        return get(token, "/api/core/tasks/mine")
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, String>>getList("")
                .stream()
                .map(task -> task.get("code") + " " + task.get("link"))
                .toList();
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static ValidatableResponse put(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        Object sent = body instanceof ObjectNode node ? node.toString() : body;
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(sent)
                .post(path)
                .then();
    }
}
