package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the public cut still shows of clarifications: bases of rejections, and corrected prices; and how they are found. */
@DisplayName("Clarifications in a package 存证包中的澄清")
class ClarificationsCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long CEILING = 105_000_000L;

    @Test
    @DisplayName("what the bidder has to be asked about needs the number of a clarification")
    void breaksARejectionThatWasNotAskedAbout() {
        for (String basis : new String[] {"UNCLEAR", "INCONSISTENT", "OBVIOUS_ERROR"}) {
            assertThat(reason(rejected("RJ6", basis, null))).isEqualTo("rejected without a clarification");
            assertThatCode(() -> run(rejected("RJ6", basis, 1))).doesNotThrowAnyException();
        }
        assertThat(reason(rejected("RJ5", "BELOW_COST", null))).isEqualTo("rejected without a clarification");
        assertThat(reason(rejected("RJ6", "FACT", 1))).isEqualTo("a clarification of a fact");
        assertThatCode(() -> run(rejected("RJ6", "FACT", null))).doesNotThrowAnyException();
    }

    @Test
    void breaksABasisThatDoesNotBelongToItsGround() {
        assertThat(reason(rejected("RJ5", "FACT", null))).isEqualTo("not a basis of this ground");
        assertThat(reason(rejected("RJ6", "BELOW_COST", 1))).isEqualTo("not a basis of this ground");
        assertThat(reason(rejected("RJ6", "SOMETHING", null))).isEqualTo("a basis that nobody knows");
        assertThat(reason(rejected("RJ5", "ABOVE_CEILING", null))).isEqualTo("not above the ceiling");
    }

    @Test
    void holdsTheCorrectedPriceAgainstTheCeilingWhereTheDocumentSaysSo() {
        var dossier = dossier("CORRECTED");
        add(dossier, "evaluation/clarification-proposed", null);
        add(dossier, "evaluation/corrected", corrected(100_000_000L, 105_000_001L));
        add(dossier, "evaluation/rejected", rejected("RJ5", "ABOVE_CEILING", null));
        assertThatCode(() -> new ClarificationsCheck().run(dossier)).doesNotThrowAnyException();
        assertThat(CorrectedPrice.forScore(dossier)).containsEntry("b1", 105_000_001L);
        var sung = dossier("SUNG");
        add(sung, "evaluation/clarification-proposed", null);
        add(sung, "evaluation/corrected", corrected(100_000_000L, 105_000_001L));
        assertThat(CorrectedPrice.forScore(sung)).containsEntry("b1", 100_000_000L);
        assertThat(CorrectedPrice.forContract(sung)).containsEntry("b1", 105_000_001L);
    }

    @Test
    void breaksACorrectionOfAnotherPriceOrWithoutAQuestionOrASecondOne() {
        var other = dossier("SUNG");
        add(other, "evaluation/clarification-proposed", null);
        add(other, "evaluation/corrected", corrected(99L, 98L));
        assertThat(reason(other)).isEqualTo("not the price that was opened");
        var unasked = dossier("SUNG");
        add(unasked, "evaluation/corrected", corrected(100_000_000L, 98L));
        assertThat(reason(unasked)).isEqualTo("a correction that nobody confirmed");
        var twice = dossier("SUNG");
        add(twice, "evaluation/clarification-proposed", null);
        add(twice, "evaluation/corrected", corrected(100_000_000L, 98L));
        add(twice, "evaluation/corrected", corrected(100_000_000L, 97L));
        assertThat(reason(twice)).isEqualTo("a bid corrected twice");
    }

    @Test
    @DisplayName("R24 and R25 worked out again")
    void worksCorrectionsOutAgain() {
        assertThat(CapitalAmount.fen("壹佰万元整")).isEqualTo(OptionalLong.of(100_000_000L));
        assertThat(CapitalAmount.fen("壹亿零叁万肆仟零伍元陆角柒分")).isEqualTo(OptionalLong.of(10_003_400_567L));
        assertThat(CapitalAmount.fen("拾万元整")).isEqualTo(OptionalLong.of(0));
        assertThat(CapitalAmount.fen("100万元")).isEmpty();
        holds(words("壹佰万元整", 100_000_000L));
        breaks(words("壹佰万元整", 101_000_000L));
        holds(line("368.40", 46_500_000L, "UNIT_PRICE", "368.40", 46_068_420L, -431_580L));
        breaks(line("368.40", 46_500_000L, "UNIT_PRICE", "368.40", 46_068_421L, -431_579L));
        holds(line("36840.00", 46_068_420L, "DECIMAL_SLIP", "368.4", 46_068_420L, 0));
        breaks(line("36840.00", 46_068_420L, "UNIT_PRICE", "36840.00", 4_606_842_000L, 4_560_773_580L));
        breaks(line("368.40", 46_068_420L, "UNIT_PRICE", "368.40", 46_068_420L, 0));
    }

    private static void holds(ObjectNode correction) {
        assertThatCode(() -> CorrectedPrice.check(correction, 101_000_000L, "chain/000001.json"))
                .doesNotThrowAnyException();
    }

    private static void breaks(ObjectNode correction) {
        var broken = catchThrowableOfType(
                Broken.class, () -> CorrectedPrice.check(correction, 101_000_000L, "chain/000001.json"));
        assertThat(broken.code().replace("-", " ")).isEqualTo("not the correction that the rules give");
    }

    private static ObjectNode words(String words, long corrected) {
        return object("{\"sungFen\":101000000,\"lines\":[]}")
                .put("words", words)
                .put("correctedFen", corrected);
    }

    private static ObjectNode line(
            String unitPrice, long total, String ruling, String correctedUnit, long correctedTotal, long change) {
        var correction = object(
                        "{\"sungFen\":101000000,\"words\":null,\"lines\":[{\"item\":\"1\",\"quantity\":\"1250.5\"}]}")
                .put("correctedFen", 101_000_000L + change);
        ((ObjectNode) correction.path("lines").path(0))
                .put("unitPrice", unitPrice)
                .put("totalFen", total)
                .put("ruling", ruling)
                .put("correctedUnitPrice", correctedUnit)
                .put("correctedTotalFen", correctedTotal);
        return correction;
    }

    private static void run(ObjectNode rejected) {
        var dossier = dossier("SUNG");
        add(dossier, "evaluation/clarification-proposed", null);
        add(dossier, "evaluation/rejected", rejected);
        new ClarificationsCheck().run(dossier);
    }

    private static String reason(ObjectNode rejected) {
        return catchThrowableOfType(Broken.class, () -> run(rejected)).code().replace("-", " ");
    }

    private static String reason(Dossier dossier) {
        return catchThrowableOfType(Broken.class, () -> new ClarificationsCheck().run(dossier))
                .code()
                .replace("-", " ");
    }

    private static ObjectNode rejected(String code, String basis, Integer clarification) {
        return object("{\"bidId\":\"b1\",\"for\":0,\"against\":0,\"carried\":false}")
                .put("code", code)
                .put("basis", basis)
                .put("clarification", clarification);
    }

    private static ObjectNode corrected(long sung, long corrected) {
        return object("{\"bidId\":\"b1\"}").put("sungFen", sung).put("correctedFen", corrected);
    }

    private static Dossier dossier(String price) {
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        var method = "{\"correction\":{\"ceiling\":\"%s\",\"score\":\"%s\"}}".formatted(price, price);
        add(
                dossier,
                "tender/published",
                object("{\"statement\":{\"doc\":{\"lot\":{\"ceilingFen\":%d},\"method\":%s}}}"
                        .formatted(CEILING, method)));
        add(
                dossier,
                "lot/opened",
                object("{\"results\":[{\"bidId\":\"b1\",\"status\":\"OPENED\",\"bid\":{\"priceFen\":100000000}}]}"));
        return dossier;
    }

    private static void add(Dossier dossier, String type, ObjectNode body) {
        int n = dossier.entries().size() + 1;
        dossier.entries().add(new Dossier.Entry("chain/" + n, n, type, "t", Instant.EPOCH, body, "", n));
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
