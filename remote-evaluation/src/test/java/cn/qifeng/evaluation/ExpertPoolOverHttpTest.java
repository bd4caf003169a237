package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.evaluation.expert.application.FindEligible;
import cn.qifeng.evaluation.expert.application.LinkAccounts;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertBook;
import cn.qifeng.evaluation.expert.domain.ExpertBooks;
import cn.qifeng.evaluation.expert.domain.Recusal;
import cn.qifeng.evaluation.expert.domain.RecusalGround;
import cn.qifeng.evaluation.expert.domain.SampleExperts;
import cn.qifeng.evaluation.expert.domain.Specialty;
import cn.qifeng.evaluation.expert.sheet.XlsxExpertBooks;
import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The pool of experts over HTTP 专家库")
class ExpertPoolOverHttpTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ExpertBooks BOOKS = new XlsxExpertBooks();
    private static final String CENTRE = TestTokens.of(Role.CENTRE);
    private static final String ID = "999999198005060024";
    private static final LocalDate TODAY = LocalDate.now(DeadlineCalculator.ZONE);

    @Inject
    FindEligible eligible;

    @Inject
    LinkAccounts accounts;

    @Test
    void findsByTextSpecialtyRegionAndState() {
        get("?size=10").body("count", greaterThanOrEqualTo(60)).body("experts", hasSize(10));
        get("?text=e0001").body("count", equalTo(1)).body("experts[0].number", equalTo("E0001"));
        get("?text=%25").body("count", equalTo(0));
        get("?specialty=B03&size=100").body("experts.specialties", not(hasItem(not(hasItem("B0301")))));
        get("?state=REMOVED").body("count", greaterThanOrEqualTo(1)).body("experts[0].drawable", equalTo(false));
    }

    @Test
    void hidesTheMiddleOfNumbers() {
        get("/E0005").body("idNumber", containsString("**********")).body("phone", containsString("***"));
    }

    @Test
    void takesItsOwnWorkbookBackWithoutAChange() {
        byte[] workbook = get("/workbook").extract().asByteArray();

        take(workbook)
                .statusCode(200)
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("same", greaterThanOrEqualTo(60));
        take(new byte[] {1, 2, 3}).statusCode(422).body("code", equalTo("expert/unreadable"));
    }

    @Test
    void namesCellsAtFaultAsJson() throws IOException {
        var faults = take(BOOKS.write(
                        new ExpertBook(List.of(new ExpertBook.Line(SampleExperts.free("X 1"), 100)), List.of())))
                .statusCode(422)
                .body("code", equalTo("expert/sheet"))
                .body("count", equalTo("1"))
                .extract()
                .<String>path("faults");

        assertThat(new ObjectMapper().readTree(faults).path(0).path("cell").asText())
                .isEqualTo("A2");
    }

    @Test
    void bringsNobodyBackWhoWasRemoved() {
        post("/E0020/removal", Map.of("reason", "本人申请"));
        var known = SampleExperts.free("E0020");
        take(BOOKS.write(new ExpertBook(
                        List.of(new ExpertBook.Line(known, 100)), List.of(new Specialty("A0701", "道路工程")))))
                .statusCode(422)
                .body("faults", containsString("退库"));
    }

    private static ValidatableResponse take(byte[] workbook) {
        return given().auth()
                .oauth2(CENTRE)
                .contentType(XLSX)
                .body(workbook)
                .post("/api/evaluation/experts/workbook")
                .then();
    }

    @Test
    void suspendsForAWhileAndKeepsWhoDidIt() {
        accounts.run();
        assertThat(drawable("E0010")).isTrue();
        post("/E0010/suspension", Map.of("from", TODAY.toString(), "until", TODAY.plusDays(9) + "", "reason", "生病"))
                .body("state", equalTo("SUSPENDED"))
                .body("history[0].act", equalTo("SUSPENDED"))
                .body("grounds.ground", hasItem("NOT_ACTIVE"));
        assertThat(drawable("E0010")).isFalse();
        post("/E0010/resumption", Map.of("reason", "康复")).body("state", equalTo("ACTIVE"));
        assertThat(drawable("E0010")).isTrue();
        refused("/E0010/suspension", Map.of("from", TODAY.toString(), "until", TODAY.minusDays(1) + "", "reason", "错"))
                .body("code", equalTo("expert/period"));
        refused("/E0010/suspension", Map.of("from", TODAY.toString(), "reason", " "))
                .body("code", equalTo("expert/reason-needed"));
    }

    @Test
    void bansFromTheFirstToTheLastDay() {
        accounts.run();
        var ban = Map.of(
                "cause",
                "收受财物",
                "basis",
                "金发改〔2026〕1号",
                "from",
                TODAY.toString(),
                "until",
                TODAY.plusYears(1).toString());
        String id = post("/E0011/bans", ban)
                .body("bans[0].stands", equalTo(true))
                .extract()
                .path("bans[0].id");
        assertThat(eligible.among(Set.of(), Set.of(), Set.of()).recused().get("E0011"))
                .contains(new Recusal(
                        RecusalGround.BLACKLISTED, TODAY.plusYears(1).toString()));
        post("/E0011/bans/" + id + "/lifting", Map.of("reason", "决定撤销")).body("bans[0].stands", equalTo(false));
        assertThat(drawable("E0011")).isTrue();
    }

    @Test
    void anExpertObjectsAndTheEventDoesNotCountUntilItIsUpheld() {
        accounts.run();
        var person = People.byNumber("E0012");
        var token = TestTokens.of(person.id(), null, person.certificateId(), Role.EXPERT);
        String id = post("/E0012/credit-events", Map.of("kind", "LEAK", "session", "s1", "reason", "提前泄露名单"))
                .body("credit", equalTo(100))
                .body("events[0].open", equalTo(true))
                .extract()
                .path("events[0].id");
        var objection = "/api/evaluation/expert-file/credit-events/" + id + "/objection";

        own(token).get("/api/evaluation/expert-file").then().body("events[0].points", equalTo(-20));
        own(strangersToken()).body(Map.of("text", "不是我")).post(objection).then().statusCode(404);
        own(token)
                .body(Map.of("text", "与事实不符"))
                .post(objection)
                .then()
                .statusCode(200)
                .body("events[0].state", equalTo("OBJECTED"));
        post("/E0012/credit-events/" + id + "/decision", Map.of("upheld", true, "reason", "录像为证"))
                .body("credit", equalTo(80))
                .body("events[0].words", hasSize(3));
        post("/E0012/credit-events/" + id + "/repair", Map.of("reason", "已完成培训"))
                .body("credit", equalTo(100));
    }

    @Test
    void whoAppliesIsTakenInUnderTheNextNumber() {
        var id = UUID.randomUUID();
        var token = TestTokens.of(id, null, "00".repeat(32), Role.EXPERT);
        apply(token, 7, "A0701", ID).statusCode(422).body("code", equalTo("expert/years"));
        apply(token, 8, "Z9", ID).statusCode(422).body("code", equalTo("expert/specialty"));
        apply(token, 8, "A0701", "999999198005060025")
                .statusCode(422)
                .body("code", equalTo("expert/candidate"))
                .body("field", equalTo("idNumber"));
        String application = apply(token, 8, "A0701", ID)
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .extract()
                .path("id");
        apply(token, 8, "A0701", ID).statusCode(409).body("code", equalTo("expert/applied"));

        var decision = "/api/evaluation/expert-applications/" + application + "/decision";
        own(CENTRE)
                .body(Map.of("approved", true, "reason", "材料齐全"))
                .post(decision)
                .then()
                .statusCode(200)
                .body("number", equalTo("E0061"));
        get("/E0061")
                .body("history[0].act", equalTo("ADMITTED"))
                .body("history[0].by", equalTo("经办人"))
                .body("name", equalTo("申请人"))
                .body("qualification.trainedUntil", nullValue());
        own(CENTRE)
                .body(Map.of("approved", false, "reason", "再审"))
                .post(decision)
                .then()
                .statusCode(409);
        post("/E0061/removal", Map.of("reason", "测试结束")).body("state", equalTo("REMOVED"));
        var otherAccount = TestTokens.of(UUID.randomUUID(), null, "00".repeat(32), Role.EXPERT);
        apply(otherAccount, 8, "A0701", ID).statusCode(409).body("code", equalTo("expert/applied"));
    }

    private static ValidatableResponse apply(String token, int years, String specialty, String idNumber) {
        var person = Map.of("gender", "FEMALE", "bornOn", "1980-05-06", "idNumber", idNumber, "phone", "00012345678");
        var qualification = Map.of(
                "title", "高级工程师", "years", years, "specialties", List.of(specialty), "enteredOn", TODAY.toString());
        var ties = Map.of(
                "employer", "某设计院",
                "employerUscc", "",
                "employments", List.of(),
                "relatives", List.of(),
                "avoidedUnits", List.of());
        var candidate = Map.of(
                "name", "申请人", "region", "330703", "person", person, "qualification", qualification, "ties", ties);
        var recommendation = Map.of("unit", "某设计院", "signedBy", "院长", "signedOn", TODAY.toString());
        return own(token)
                .body(Map.of("candidate", candidate, "recommendation", recommendation, "statement", "申请入库"))
                .post("/api/evaluation/expert-applications")
                .then()
                .log()
                .ifError();
    }

    private static String strangersToken() {
        var other = People.byNumber("E0013");
        return TestTokens.of(other.id(), null, other.certificateId(), Role.EXPERT);
    }

    private boolean drawable(String number) {
        return eligible.among(Set.of(), Set.of(), Set.of()).eligible().stream()
                .map(Expert::number)
                .anyMatch(number::equals);
    }

    private static RequestSpecification own(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static ValidatableResponse get(String path) {
        return own(CENTRE)
                .urlEncodingEnabled(false)
                .get("/api/evaluation/experts" + path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return own(CENTRE)
                .body(body)
                .post("/api/evaluation/experts" + path)
                .then()
                .log()
                .ifError()
                .statusCode(200);
    }

    private static ValidatableResponse refused(String path, Map<String, ?> body) {
        return own(CENTRE)
                .body(body)
                .post("/api/evaluation/experts" + path)
                .then()
                .statusCode(422);
    }
}
