package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Blind files in a package 存证包中的暗标")
class BlindFilesCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BLIND =
            "{\"pagesMax\":100,\"marginMm\":20,\"fonts\":[],\"sizesPt\":[],\"breach\":\"ZERO\"}";

    private final Map<String, ObjectNode> bodies = new LinkedHashMap<>();
    private String blind = BLIND;

    @Test
    void provesWhatWasFixedBeforeTheSheetsAndOpenedBehindThem() {
        honest();
        assertThatCode(this::run).doesNotThrowAnyException();
        assertThat(BlindFilesCheck.withoutTechnicalPoints(dossier(), 99)).containsExactly("b2");
    }

    @Test
    void breaksWhatIsNotFixedOrNotOpenedInItsPlace() {
        assertThat(reasonWithout("evaluation/blind-sealed")).isEqualTo("a-sheet-before-the-blind-files-were-fixed");
        assertThat(reasonWithout("evaluation/blind-files")).isEqualTo("scored-before-the-blind-files-were-opened");
        honest();
        bodies.put("evaluation/revealed", object("{}"));
        assertThat(reason()).isEqualTo("blind-files-opened-before-the-sheets");
        honest();
        blind = "null";
        assertThat(reason()).isEqualTo("blind-files-that-the-tender-document-does-not-know");
    }

    @Test
    void breaksOtherFilesOtherRulesAndOtherBids() {
        assertThat(reason("evaluation/blind-files", body -> body.put("nonce", "ab".repeat(32))))
                .isEqualTo("not-the-blind-files-that-were-sealed");
        assertThat(resealed(body -> ((ObjectNode) body.path("rules")).put("pagesMax", 200)))
                .isEqualTo("not-the-rules-that-were-published");
        assertThat(resealed(body -> ((ArrayNode) body.path("rules").path("words")).remove(0)))
                .isEqualTo("a-bidder-that-was-not-looked-for");
        assertThat(resealed(body -> ((ArrayNode) body.path("files")).remove(0)))
                .isEqualTo("not-exactly-the-opened-bids-in-order");
        assertThat(resealed(body -> ((ObjectNode) body.path("files").path(0)).put("canonical", "xy")))
                .isEqualTo("not-hexadecimal");
    }

    @Test
    void breaksARulingThatTheDocumentOrTheVotesDoNotBear() {
        var ruling = "evaluation/blind-ruling";
        assertThat(reason(ruling, body -> body.put("effect", "NONE")))
                .isEqualTo("not-the-consequence-that-was-published");
        assertThat(reason(ruling, body -> body.put("effect", "REJECT"))).isEqualTo("an-unknown-consequence");
        assertThat(reason(ruling, body -> body.put("carried", false))).isEqualTo("not-what-the-votes-say");
        assertThat(reason(ruling, body -> body.put("basis", "FACT"))).isEqualTo("a-ruling-on-something-else");
        assertThat(reason(ruling, body -> body.put("code", "RJ1"))).isEqualTo("not-a-basis-of-this-ground");
        assertThat(reason(ruling, body -> body.put("clarification", 1))).isEqualTo("a-clarification-of-a-fact");
        assertThat(reason(ruling, body -> body.put("bidId", "b9"))).isEqualTo("a-ruling-on-no-opened-bid");
    }

    private void honest() {
        blind = BLIND;
        bodies.clear();
        bodies.put(
                "lot/names",
                object("{\"bids\":[{\"bidId\":\"b1\",\"name\":\"甲\",\"uscc\":\"1\"},"
                        + "{\"bidId\":\"b2\",\"name\":\"乙\",\"uscc\":\"2\"}]}"));
        bodies.put(
                "lot/opened",
                object("{\"results\":[{\"bidId\":\"b1\",\"status\":\"OPENED\",\"bid\":{\"priceFen\":1}},"
                        + "{\"bidId\":\"b2\",\"status\":\"OPENED\",\"bid\":{\"priceFen\":2}}]}"));
        bodies.put("evaluation/blind-sealed", object("{\"session\":\"s\"}"));
        bodies.put("evaluation/committed", object("{}"));
        var hash = "ab".repeat(32);
        var file =
                "{\"bidId\":\"%s\",\"file\":%s,\"pages\":3,\"canonical\":%s,\"marks\":1,\"marksSm3\":\"" + hash + "\"}";
        bodies.put(
                "evaluation/blind-files",
                object("{\"session\":\"s\",\"nonce\":\"" + "cd".repeat(32)
                        + "\",\"rules\":{\"pagesMax\":100,\"marginMm\":20,\"fonts\":[],\"sizesPt\":[],"
                        + "\"words\":[\"甲\",\"1\",\"乙\",\"2\"]},\"files\":["
                        + file.formatted("b1", "\"" + hash + "\"", "\"" + hash + "\"") + ","
                        + file.formatted("b2", "null", "null") + "]}"));
        seal();
        bodies.put(
                "evaluation/blind-ruling",
                object("{\"bidId\":\"b2\",\"code\":\"RJ6\",\"basis\":\"BLIND_BREACH\",\"clarification\":null,"
                        + "\"for\":2,\"against\":1,\"carried\":true,\"effect\":\"ZERO\"}"));
        bodies.put("evaluation/scored", object("{}"));
    }

    private void seal() {
        var label = "QC1 blind files".getBytes(StandardCharsets.US_ASCII);
        bodies.get("evaluation/blind-sealed")
                .put("commit", Hash.hex(label, Canon.bytes(bodies.get("evaluation/blind-files"), "test")));
    }

    private String resealed(Consumer<ObjectNode> lie) {
        honest();
        lie.accept(bodies.get("evaluation/blind-files"));
        seal();
        return reason();
    }

    private String reason(String type, Consumer<ObjectNode> lie) {
        honest();
        lie.accept(bodies.get(type));
        return reason();
    }

    private String reasonWithout(String type) {
        honest();
        bodies.remove(type);
        return reason();
    }

    private String reason() {
        return catchThrowableOfType(Broken.class, this::run).code();
    }

    private void run() {
        new BlindFilesCheck().run(dossier());
    }

    private Dossier dossier() {
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        add(dossier, "tender/published", object("{\"statement\":{\"doc\":{\"method\":{\"blind\":" + blind + "}}}}"));
        bodies.forEach((type, body) -> add(dossier, type, body));
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
