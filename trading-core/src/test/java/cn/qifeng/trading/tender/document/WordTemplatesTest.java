package cn.qifeng.trading.tender.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.document.OfficialPdf;
import cn.qifeng.kit.document.OfficialSource;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Tender document from a template 招标文件模板")
class WordTemplatesTest {

    private static final Path SAMPLES = Path.of("..", "..", "shared", "samples");

    @Test
    void fillsTheStandardTemplateWithNineChapters() {
        var fields = new HashMap<String, Object>();
        for (var name :
                ("sectionCode sectionName unifiedDealCode tenderer agency docDate projectName approval funds location"
                                + " scale estimate ceiling durationDays qualityStandard qualification leaderQualification"
                                + " consortiumAllowed issueStart issueEnd bidDeadline objectionChannel supervision contacts"
                                + " tendererUscc agencyUscc questionDeadline clarifyDeadline objectionDeadline ceilingWords"
                                + " bidValidityDays depositAmount depositForms committeeSize committeeTendererReps evaluationTime separationPilotNo"
                                + " finalistCount awardCommitteeSize technicalWeight priceWeight trimRule kSet e1 e2"
                                + " methodName basePrice blindRule drawnName openingStepMinutes correctionRule passItems"
                                + " candidatePublicityDays awardMaxRounds awardSummary awardRule recommended")
                        .split(" ")) {
            fields.put(name, "值" + name);
        }

        fields.put("separated", true);
        fields.put("ranked", false);
        fields.put("scored", true);
        fields.put("reviewed", false);
        fields.put("adjustments", List.of());

        var html = WordToHtml.body(WordTemplates.fill(StandardTemplate.docx(), fields));

        assertThat(html.split("class=\"chapter\"", -1)).hasSize(10);
        assertThat(html).contains("值ceiling", "值basePrice").doesNotContain("{{", "评标价", "值awardRule");

        fields.put("separated", false);
        fields.put("ranked", true);
        fields.put("scored", false);
        fields.put("reviewed", true);
        fields.put("adjustments", List.of(Map.of("code", "L1", "name", "临时便道", "basis", "清单第3页", "rule", "按最高报价")));
        var reviewed = WordToHtml.body(WordTemplates.fill(StandardTemplate.docx(), fields));

        assertThat(reviewed.split("class=\"chapter\"", -1)).hasSize(10);
        assertThat(reviewed)
                .contains("临时便道", "按最高报价", "值passItems", "值awardRule")
                .doesNotContain("{{", "[code]", "值basePrice", "值awardMaxRounds");
    }

    @Test
    void fillsTheSampleTemplateAndPrintsIt() throws IOException {
        var sample = SAMPLES.resolve("tender-template.docx");
        assertThat(sample).as("shared samples are needed for this test").exists();
        var fields = new HashMap<String, Object>();
        for (var field : new ObjectMapper()
                .readTree(SAMPLES.resolve("fields.json").toFile())
                .get("fields")) {
            fields.put(
                    field.get("key").textValue(), new ObjectMapper().convertValue(field.get("example"), Object.class));
        }

        var filled = WordTemplates.fill(Files.readAllBytes(sample), fields);
        var html = WordToHtml.body(filled);
        var pdf = new OfficialPdf().render(OfficialSource.of("招标文件", html));

        assertThat(html)
                .contains("完成桥梁工程")
                .contains("金岭区澜湖路")
                .doesNotContain("{{")
                .doesNotContain("[node]");
        assertThat(pdf.length).isGreaterThan(50_000);
        Files.write(Path.of("target", "sample-tender.pdf"), pdf);
    }

    @Test
    void refusesATagWithoutAValueInsteadOfLeavingABlank() throws IOException {
        var refused =
                catchThrowableOfType(Refused.class, () -> WordTemplates.fill(docx("招标编号：{{sectionCode}}"), Map.of()));

        assertThat(refused.code()).isEqualTo(TenderRefusal.TEMPLATE_FIELD_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{@picture}}", "{{+file}}", "{{#table}}", "{{*list}}", "{{?a}}{{@picture}}{{/a}}"})
    void refusesTagsThatFetchOrInclude(String tag) throws IOException {
        var docx = docx("前文" + tag + "后文");

        var refused = catchThrowableOfType(Refused.class, () -> WordTemplates.check(docx));

        assertThat(refused.code()).isEqualTo(TenderRefusal.TEMPLATE_TAG_FORBIDDEN);
    }

    @Test
    void fetchesNothingThatAFieldNames() throws IOException {
        var calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.png";
            var html = WordToHtml.body(WordTemplates.fill(docx("名称：{{name}}"), Map.of("name", url)));

            assertThat(html).contains(url);
            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void doesNotReadTagsThatAFieldContains() throws IOException {
        var html = WordToHtml.body(WordTemplates.fill(docx("名称：{{name}}"), Map.of("name", "{{@x}}<b>&")));

        assertThat(html).contains("{{@x}}&lt;b&gt;&amp;");
    }

    private static byte[] docx(String text) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        }
    }
}
