package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.evaluation.clearing.BillFile;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Clearing over HTTP 清标")
class ClearingOverHttpTest {

    private static final String SUPERVISOR = TestTokens.of(Role.SUPERVISOR);
    private static final int LINES = TradingCoreInMemory.BILL_LINES;

    @AfterEach
    void forgetBills() {
        TradingCoreInMemory.PRICED_BILLS.clear();
        TradingCoreInMemory.tenderBill = BillFile.tender(LINES).bytes();
    }

    @Test
    void clearsTheOpenedBillsOnceAndShowsEveryMemberTheSameUnderItsOwnLabels() {
        giveBills();
        var members = reviewing();
        var reader = members.get(0);
        reader.get("/clearing").statusCode(200).body("state", equalTo("NONE")).body("bids", hasSize(5));

        start(reader).statusCode(200);
        done(reader);

        start(members.get(1)).statusCode(409).body("code", equalTo("clearing/done-already"));
        for (Member member : members) {
            var view = member.read("/clearing");
            assertThat(view.path("startedBy").asText()).isEqualTo(reader.number());
            assertThat(counts(view, "示例投标企业1")).isEqualTo("{\"BID_PRICE\":1}");
            assertThat(counts(view, "示例投标企业2"))
                    .isEqualTo("{\"BID_PRICE\":1,\"LINE_AMOUNT\":1,\"PRICE_DEVIATION\":1,\"UNBALANCED\":1}");
            assertThat(counts(view, "示例投标企业3")).isEqualTo("{\"BID_PRICE\":1,\"OMITTED\":1}");
            assertThat(bid(view, "示例投标企业4").path("refusal").asText()).isEqualTo("clearing/bill-unreadable");
            assertThat(bid(view, "示例投标企业5").path("refusal").asText()).isEqualTo("clearing/bill-missing");
        }
    }

    @Test
    void filtersFindingsByBidKindSeverityAndWords() {
        giveBills();
        var member = reviewing().get(2);
        start(member);
        done(member);
        var second = bid(member.read("/clearing"), "示例投标企业2").path("bid").asText();
        member.get("/clearing/findings").body("total", equalTo(7));
        member.get("/clearing/findings?bid=" + second)
                .body("total", equalTo(4))
                .body("findings.bid", everyItem(is(second)));
        member.get("/clearing/findings?kind=OMITTED")
                .body("total", equalTo(1))
                .body("findings[0].tender", equalTo(true))
                .body("findings[0].expected", equalTo("040100000005 项目5"));
        member.get("/clearing/findings?severity=SEVERE").body("total", equalTo(4));
        member.get("/clearing/findings?q=项目5").body("total", equalTo(1));
        member.get("/clearing/findings?q=100%25").body("total", equalTo(0));
        member.get("/clearing/findings?page=2&size=3")
                .body("findings", hasSize(3))
                .body("total", equalTo(7));
        member.get("/clearing/findings?page=9&size=3").body("findings", hasSize(0));
        member.get("/clearing/findings?kind=NOTHING").statusCode(422).body("code", equalTo("clearing/bad-filter"));
        member.get("/clearing/findings?bid=Z").statusCode(404).body("code", equalTo("clearing/no-such-bid"));
    }

    @Test
    void showsASupervisorNumbersOfTheBidListAndNoNames() throws IOException {
        giveBills();
        var members = reviewing();
        var session = members.get(0).session();
        supervisor(session, "/workbook").statusCode(409).body("code", equalTo("clearing/not-done"));
        given().auth().oauth2(SUPERVISOR).post(url(session, "")).then().statusCode(200);
        done(members.get(0));

        supervisor(session, "")
                .body("startedBy", equalTo("SUPERVISOR"))
                .body("bids.bid", equalTo(List.of("1", "2", "3", "4", "5")))
                .body("bids.name", everyItem(nullValue()))
                .body("bids.priceFen", everyItem(nullValue()));
        supervisor(session, "/findings?kind=OMITTED").body("findings[0].bid", equalTo("3"));
        supervisor(session, "/bids/2/rows?sheet=封-3投标总价&row=3").body("bid", nullValue());
        var own = workbook(supervisor(session, "/workbook"));
        assertThat(own).contains("漏项", "重点核查").doesNotContain("示例投标企业");
        assertThat(workbook(members.get(0).get("/clearing/workbook"))).contains("示例投标企业3");
    }

    @Test
    void showsTheRowsAroundAFindingInBothBills() {
        giveBills();
        var member = reviewing().get(0);
        start(member);
        done(member);
        var bid = bid(member.read("/clearing"), "示例投标企业2").path("bid").asText();

        member.get("/clearing/bids/" + bid + "/rows?sheet=" + BillFile.ITEMS + "&row=7&code=040100000003")
                .statusCode(200)
                .body("bid.row", equalTo(7))
                .body("bid.headings[1]", equalTo("项目编码"))
                .body("bid.lines.row", equalTo(List.of(4, 5, 6, 7, 8, 9, 10)))
                .body("bid.lines[3].cells[7]", equalTo("2401"))
                .body("tender.lines[3].cells[1]", equalTo("040100000003"));
        member.get("/clearing/bids/" + bid + "/rows?tender=true&sheet=" + BillFile.ITEMS + "&row=11")
                .body("bid", nullValue())
                .body("tender.row", equalTo(11));
    }

    @Test
    void failsWithACodeWhenTheTendersBillCannotBeReadAndMayBeAskedForAgain() {
        giveBills();
        TradingCoreInMemory.tenderBill = "no workbook".getBytes(StandardCharsets.US_ASCII);
        var member = reviewing().get(0);
        start(member);
        Eventually.holds(() -> state(member).equals("FAILED"));
        member.get("/clearing").body("failure", equalTo("clearing/bill-unreadable"));

        TradingCoreInMemory.tenderBill = BillFile.tender(LINES).bytes();
        start(member).statusCode(200);
        done(member);
    }

    /** The first bid is right, the second has an amount and a price that are wrong, the third omits an item. */
    private static void giveBills() {
        bill(1, BillFile.priced(LINES, "1").bytes());
        bill(
                2,
                BillFile.priced(LINES, "1.02")
                        .with(2, it -> it.priced("200").amount(new BigDecimal("2401.00")))
                        .bytes());
        bill(3, BillFile.priced(LINES, "0.98").without(4).bytes());
        bill(4, "damaged".getBytes(StandardCharsets.US_ASCII));
    }

    private static void bill(int bid, byte[] bytes) {
        TradingCoreInMemory.PRICED_BILLS.put(String.format("%032x", bid), bytes);
    }

    /** Five members whose session has come to the review. */
    private static List<Member> reviewing() {
        var session = Sessions.open(SessionOrders.exampleA1());
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var members = Sessions.invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .collect(Collectors.toList());
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(1)));
        start(members.get(0)).statusCode(409).body("code", equalTo("clearing/not-open"));
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        return members;
    }

    private static ValidatableResponse start(Member member) {
        return member.post("/clearing", CanonicalJson.object());
    }

    private static void done(Member member) {
        Eventually.holds(() -> state(member).equals("DONE"));
    }

    private static String state(Member member) {
        return member.read("/clearing").path("state").asText();
    }

    private static ValidatableResponse supervisor(String session, String path) {
        return given().auth().oauth2(SUPERVISOR).get(url(session, path)).then();
    }

    private static String url(String session, String path) {
        return "/api/evaluation/sessions/" + session + "/clearing" + path;
    }

    private static JsonNode bid(JsonNode view, String name) {
        return StreamSupport.stream(view.path("bids").spliterator(), false)
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String counts(JsonNode view, String name) {
        return bid(view, name).path("counts").toString();
    }

    private static String workbook(ValidatableResponse answer) throws IOException {
        var bytes = answer.statusCode(200).extract().asByteArray();
        var text = new StringBuilder();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (var sheet : book.getSheets().toList()) {
                sheet.read()
                        .forEach(row -> row.forEach(cell ->
                                text.append(cell == null ? "" : cell.getText()).append(' ')));
            }
        }
        return text.toString();
    }
}
