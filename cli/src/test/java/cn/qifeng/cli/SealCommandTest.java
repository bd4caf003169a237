package cn.qifeng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.cli.seal.Envelope;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Offline sealer 离线封标")
class SealCommandTest {

    private static final Site SITE = new Site();
    private static final Site OTHER = new Site();

    @TempDir
    Path folder;

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        put("tender.json", CanonicalJson.encode(SITE.downloaded()));
        put("proof.json", CanonicalJson.encode(SITE.proof()));
        put("trust.json", SITE.trust.encode());
        put("me.qkf", SITE.keyFile());
        put("letter.pdf", "letter".getBytes(StandardCharsets.UTF_8));
        put("technical.pdf", "%PDF-1.7 plan".getBytes(StandardCharsets.UTF_8));
        bid(15_000);
        bill("150.00", "150.00");
    }

    @Test
    void sealsWhatTwoTrusteesOpenAgain() throws IOException {
        assertThat(seal().exit()).isZero();

        var envelope = Envelope.in(folder.resolve("out")).orElseThrow();
        var opener = new BidOpener(new Sm4Gcm());
        var answers = new HashMap<String, Optional<byte[]>>();
        for (int x = 1; x <= 2; x++) {
            var member = SITE.keySet.members().get(x - 1).idHex();
            answers.put(member, opener.share(envelope.header(), member, SITE.lotKey(x)));
        }
        var opened = (BidOpening.Opened) opener.open(envelope.header(), SITE.keySet, answers);
        var plain = new ByteArrayOutputStream();
        try (var frames = Files.newInputStream(folder.resolve("out/files/4.enc"))) {
            opener.decrypt(opened, 4, frames, plain);
        }
        assertThat(plain.toString(StandardCharsets.UTF_8)).isEqualTo("%PDF-1.7 plan");
    }

    @Test
    void keepsTheEnvelopeWhenItIsRunAgain() throws IOException {
        seal();
        var first = Files.readAllBytes(folder.resolve("out/header.der"));

        assertThat(seal().exit()).isZero();
        assertThat(folder.resolve("out/header.der")).hasBinaryContent(first);
    }

    @Test
    void refusesAFolderThatHoldsOtherFiles() throws IOException {
        seal();
        put("technical.pdf", "%PDF-1.7 better plan".getBytes(StandardCharsets.UTF_8));

        refused(seal(), "sealing/other-envelope");
    }

    @Test
    void replacesAnEnvelopeUnderItsId() throws IOException {
        seal();
        var former = Envelope.in(folder.resolve("out")).orElseThrow();

        assertThat(run("--replaces", file("out"), "--out", file("second")).exit())
                .isZero();

        var second = Envelope.in(folder.resolve("second")).orElseThrow();
        assertThat(second.seq()).isEqualTo(2);
        assertThat(second.bidId()).isEqualTo(former.bidId());
    }

    @Test
    void refusesAWrongPassword() {
        refused(run("--out", file("out"), "--password=wrong"), "trust/bad-key-file");
    }

    @Test
    void refusesATrustFileOfAnotherPlatform() throws IOException {
        put("trust.json", OTHER.trust.encode());

        refused(seal(), "trust/bad-certificate");
    }

    @Test
    void refusesAForeignKeySet() throws IOException {
        var downloaded = SITE.downloaded();
        ((ObjectNode) downloaded.at("/publication/body")).set("keySet", OTHER.keySet.toDoc());
        put("tender.json", CanonicalJson.encode(downloaded));

        refused(seal(), "trust/not-in-the-log");
    }

    @Test
    void refusesAPublicationThatOneWitnessAloneSaw() throws IOException {
        var hash = SITE.downloaded().at("/tender/publicationHash").asText();
        put("proof.json", CanonicalJson.encode(SITE.proof(hash, 1)));

        refused(seal(), "trust/too-few-witnesses");
    }

    @Test
    void refusesAPriceAboveTheCeiling() throws IOException {
        bid(20_001);

        refused(seal(), "sealing/price-above-ceiling");
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException {
        Files.delete(folder.resolve("technical.pdf"));

        refused(seal(), "sealing/file-missing");
    }

    @Test
    void namesTheCellOfAWrongSum() throws IOException {
        bill("150.01", "150.01");

        var outcome = seal();
        refused(outcome, "sealing/bill-arithmetic");
        assertThat(outcome.err()).contains("表-08!H5");
    }

    @Test
    void refusesABillThatComesToAnotherPrice() throws IOException {
        bid(15_001);

        refused(seal(), "sealing/bill-price");
    }

    @Test
    void namesTheItemForWhichTheIndexOwesAPage() {
        var outcome = run("--out", file("out"), "--index", "T1=3");

        refused(outcome, "sealing/index-needed");
        assertThat(outcome.err()).contains("index.Q1", "安全生产许可证").doesNotContain("index.F1");
    }

    private void refused(Outcome outcome, String code) {
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains(code);
        assertThat(outcome.out()).doesNotContain("Sealed");
    }

    private void bid(long priceFen) throws IOException {
        put("bid.json", """
                {"priceFen": %d, "durationDays": 300, "quality": "合格", "bidValidityDays": 90, "projectLeader": "李四",
                 "security": {"form": "BOND", "amountFen": 400, "reference": "BH-1"}}""".formatted(priceFen).getBytes(StandardCharsets.UTF_8));
    }

    /** One line of 3 × 50.00, whose amount and total are as given. */
    private void bill(String amount, String total) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("bill.xlsx"));
                var workbook = new Workbook(out, "Test", "1.0")) {
            var items = workbook.newWorksheet("表-08");
            row(items, 2, List.of("序号", "项目编码", "项目名称", "项目特征描述", "计量单位", "工程量", "综合单价", "合价"));
            items.value(3, 2, "路基工程");
            row(
                    items,
                    4,
                    List.of(1, "040101001001", "挖土", "", "m3", 3, new BigDecimal("50.00"), new BigDecimal(amount)));
            row(items, 5, List.of("", "", "分部小计", "", "", "", "", new BigDecimal(amount)));
            row(items, 6, List.of("", "", "合计", "", "", "", "", new BigDecimal(amount)));
            var summary = workbook.newWorksheet("表-04汇总");
            row(summary, 3, List.of("1", "分部分项工程费", new BigDecimal(amount)));
            row(summary, 4, List.of("", "合计=1", new BigDecimal(total)));
        }
    }

    private static void row(org.dhatim.fastexcel.Worksheet sheet, int row, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number number) {
                sheet.value(row, i, number);
            } else {
                sheet.value(row, i, cells.get(i).toString());
            }
        }
    }

    private Outcome seal() {
        return run("--out", file("out"));
    }

    private Outcome run(String... more) {
        var arguments =
                new ArrayList<>(List.of("seal", "--tender", file("tender.json"), "--proof", file("proof.json")));
        arguments.addAll(List.of("--trust", file("trust.json"), "--key", file("me.qkf"), "--bid", file("bid.json")));
        arguments.addAll(List.of("--letter", file("letter.pdf"), "--technical", file("technical.pdf")));
        arguments.addAll(List.of("--priced-bill", file("bill.xlsx")));
        if (List.of(more).stream().noneMatch(argument -> argument.startsWith("--password"))) {
            arguments.add("--password=" + Site.PASSWORD);
        }
        if (!List.of(more).contains("--index")) {
            arguments.addAll(List.of("--index", "Q1=9"));
        }
        arguments.addAll(List.of(more));
        return Run.of(arguments, Outcome::new);
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
