package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.SeatScene.CENTRE;
import static cn.qifeng.evaluation.SeatScene.as;
import static cn.qifeng.evaluation.SeatScene.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Attendances and fees over HTTP 签到与劳务费")
class AttendanceOverHttpTest {

    private static final int LINES = 6;
    private static final int FIRST = 3;

    @Test
    void tellsWhoCameFromWhenToWhenOnceTheEvaluationIsConcluded() throws IOException {
        var scene = HallScene.accepted();
        var gone = scene.member(4);
        scene.members().forEach(Member::checkIn);
        gone.declare(true, "与投标人有利害关系").statusCode(200);
        var path = "/sessions/" + scene.session() + "/attendance";
        get(CENTRE, path).statusCode(409).body("code", equalTo("panel/wrong-stage"));
        get(HallScene.SUPERVISOR, path).statusCode(403);
        conclude(scene, gone);

        get(CENTRE, path)
                .statusCode(200)
                .body("unit", equalTo("HALF_DAY"))
                .body("fenPerUnit", nullValue())
                .body("lines", hasSize(LINES))
                .body("lines.find { it.number == '" + gone.number() + "' }.end", equalTo("LEFT"))
                .body("lines.findAll { it.end == 'CONCLUDED' }", hasSize(LINES - 1))
                .body("lines.units.unique()", equalTo(List.of(1)));
        var bytes = as(CENTRE).get("/api/evaluation" + path + "/xlsx").then().statusCode(200);
        opened(bytes.extract().asByteArray(), gone);
    }

    private static void opened(byte[] file, Member gone) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("评标委员会签到与劳务费表");
            assertThat(sheet.getLastRowNum()).isEqualTo(FIRST + LINES);
            int left = 0;
            for (int i = FIRST; i < FIRST + LINES; i++) {
                var row = sheet.getRow(i);
                assertThat(row.getCell(2).getStringCellValue()).isNotBlank();
                assertThat(row.getCell(11).getNumericCellValue()).isEqualTo(1);
                if (row.getCell(9).getStringCellValue().equals("退出")) {
                    assertThat(row.getCell(1).getStringCellValue()).isEqualTo(gone.number());
                    left++;
                }
            }
            assertThat(left).isEqualTo(1);
        }
    }

    /** Who came in the place of the one who left, and the others, up to the signed report. */
    private static void conclude(HallScene scene, Member gone) {
        var before = scene.members().stream().map(Member::number).toList();
        Eventually.holds(() -> !before.containsAll(Sessions.invited(scene.session())));
        var members = Sessions.invited(scene.session()).stream()
                .map(it -> new Member(People.byNumber(it), scene.session()))
                .toList();
        assertThat(members).noneMatch(it -> it.number().equals(gone.number()));
        members.forEach(it -> {
            if (!before.contains(it.number())) {
                it.accept();
                it.checkIn();
            }
            it.declare(false, "").statusCode(200);
        });
        members.forEach(it -> it.voteFor(members.get(0)));
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        members.forEach(it -> it.vote(1, true));
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        members.get(0).post("/conclusion", conclusion).statusCode(200);
        members.get(0).read("/report/to-sign");
        members.forEach(it -> it.sign(
                        "/report/to-sign",
                        "/report/signatures",
                        doc -> doc.put("opinion", "AGREE").put("reason", ""))
                .statusCode(200));
    }
}
