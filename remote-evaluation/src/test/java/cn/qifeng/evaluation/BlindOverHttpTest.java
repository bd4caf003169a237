package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.Sessions.invited;
import static cn.qifeng.evaluation.Sessions.open;
import static cn.qifeng.evaluation.Sessions.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Blind technical files over HTTP 暗标评审")
class BlindOverHttpTest {

    private static final String AUTHOR = "SHI-LI-TOU-BIAO-1";
    private static final List<String> BIDS =
            IntStream.rangeClosed(1, 5).mapToObj(i -> String.format("%032x", i)).toList();

    private static final List<String> LABELS = List.of("A", "B", "C", "D", "E");

    private List<Member> members;
    private String session;

    @AfterEach
    void forgetTheFiles() {
        TradingCoreInMemory.TECHNICAL_FILES.clear();
    }

    @Test
    @DisplayName("members see one grey form under a label until all sheets are revealed 评分揭示前只见规范化版本")
    void membersSeeTheCanonicalFormAloneUntilAllSheetsAreRevealed() throws IOException {
        scoring();
        var member = members.get(0);
        member.get("/blind").statusCode(200).body("bids", hasSize(0));
        member.get("/blind/bids/" + BIDS.get(0) + "/marks").statusCode(409).body("code", equalTo("blind/not-open"));
        var commit = entry("evaluation/blind-sealed").path("commit").asText();
        assertThat(entries("evaluation/blind-files")).isEmpty();
        var seen = LABELS.stream()
                .collect(Collectors.toMap(
                        it -> it,
                        it -> member.get("/bids/" + it + "/files/TECHNICAL").extract()));
        member.get("/bids/A/files/OTHER").statusCode(409).body("code", equalTo("scoring/file-not-open"));
        revealed();

        var entry = entry("evaluation/blind-files");
        assertThat(Sm3.hex("QC1 blind files".getBytes(StandardCharsets.US_ASCII), CanonicalJson.encode(entry)))
                .isEqualTo(commit);
        assertThat(entry.path("files")).hasSize(5);
        assertThat(entry.path("rules").path("words").toString()).contains("示例投标企业1", "岑柏川", SessionOrders.uscc(1));
        for (String label : LABELS) {
            agrees(seen.get(label), entry.path("files").get(bidOf(label)));
        }
        var first = LABELS.stream().filter(it -> bidOf(it) == 0).findFirst().orElseThrow();
        var drawn = seen.get(first).asByteArray();
        assertThat(text(drawn)).startsWith("%PDF-1.4").doesNotContain("/Info", AUTHOR);
        assertThat(bytes(member, "/bids/" + first + "/files/TECHNICAL"))
                .isEqualTo(TradingCoreInMemory.TECHNICAL_FILES.get(BIDS.get(0)));
        assertThat(bytes(member, "/bids/" + first + "/files/BLIND")).isEqualTo(drawn);
        var part = member.part("/bids/" + first + "/files/BLIND", "bytes=1-7").statusCode(206);
        assertThat(part.extract().asString()).isEqualTo("PDF-1.4");
        member.get("/blind").statusCode(200).body("bids", hasSize(5)).body("bids[0].kinds.METADATA", equalTo(1));
        member.get("/blind/bids/" + BIDS.get(0) + "/marks").statusCode(200).body("seen", hasItem(AUTHOR));
        member.get("/blind/rules").statusCode(200).body("pagesMax", equalTo(3));
        takesTheTechnicalPointsOfABreach();
    }

    /** A breach that a majority finds has the consequence that the tender document states, and no other. */
    private void takesTheTechnicalPointsOfABreach() {
        var proposal = CanonicalJson.object()
                .put("bidId", BIDS.get(0))
                .put("code", "RJ3")
                .put("reason", "文档属性载明作者")
                .put("page", "1")
                .put("basis", "BLIND_BREACH");
        var member = members.get(0);
        member.post("/rejections", proposal).statusCode(422).body("code", equalTo("scoring/basis-foreign"));
        member.post("/rejections", proposal.put("code", "RJ6"))
                .statusCode(200)
                .body("effect", equalTo("ZERO"))
                .body("number", equalTo(2));
        member.post("/rejections", proposal).statusCode(409).body("code", equalTo("scoring/rejection-stands"));
        for (int number = 1; number <= 2; number++) {
            for (var each : members) {
                vote(each, number);
            }
        }
        member.get("").statusCode(200).body("bids.find{it.bidId=='" + BIDS.get(0) + "'}.valid", equalTo(true));
        var ruling = entry("evaluation/blind-ruling");
        assertThat(ruling.path("effect").asText()).isEqualTo("ZERO");
        assertThat(ruling.path("for").asInt()).isEqualTo(5);
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        members.get(1).post("/conclusion", conclusion).statusCode(200);
        var technical = entry("evaluation/scored").path("technical");
        assertThat(technical.get(0).path("score").asText()).isEqualTo("0.00");
        assertThat(technical.get(1).path("score").asText()).isEqualTo("35.00");
    }

    private static void vote(Member member, int number) {
        member.vote(number, true);
    }

    private void scoring() throws IOException {
        for (String bid : BIDS.subList(0, 2)) {
            TradingCoreInMemory.TECHNICAL_FILES.put(bid, pdf(bid.equals(BIDS.get(0)) ? AUTHOR : null));
        }
        session = open(SessionOrders.blind());
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        members = invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(1)));
        Eventually.holds(
                () -> members.get(0).read("/blind").path("state").asText().equals("DONE"));
    }

    private void revealed() {
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        assertThat(stage(session)).isEqualTo("REVIEWING");
    }

    /** Under every label a member read the form that the entry names, and nothing where none could be made. */
    private static void agrees(ExtractableResponse<Response> read, JsonNode file) {
        if (file.path("canonical").isNull()) {
            assertThat(read.statusCode()).isEqualTo(404);
            assertThat(read.<String>path("code")).isEqualTo("blind/no-form");
        } else {
            assertThat(Sm3.hex(read.asByteArray()))
                    .isEqualTo(file.path("canonical").asText());
        }
    }

    /** Which bid, from 0, lies under a label of the first member: it learns it with the names. */
    private int bidOf(String label) {
        for (var bid : members.get(0).read("").path("bids")) {
            if (bid.path("label").asText().equals(label)) {
                return BIDS.indexOf(bid.path("bidId").asText());
            }
        }
        throw new AssertionError(label);
    }

    /** An entry of this session, which comes through the outbox. */
    private JsonNode entry(String type) {
        Eventually.holds(() -> entries(type).findFirst().isPresent());
        return entries(type).findFirst().orElseThrow();
    }

    private Stream<JsonNode> entries(String type) {
        return TradingCoreInMemory.entries(type).stream()
                .map(it -> it.path("body"))
                .filter(it -> it.path("session").asText().equals(session));
    }

    private static byte[] bytes(Member member, String path) {
        return member.get(path).statusCode(200).extract().asByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A page with a square, which lies elsewhere where an author is named. */
    private static byte[] pdf(String author) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.addRect(author == null ? 100 : 300, 300, 50, 50);
                content.fill();
            }
            if (author != null) {
                document.getDocumentInformation().setAuthor(author);
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
