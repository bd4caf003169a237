package cn.qifeng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Receipt 投标回执")
class ReceiptCommandTest {

    private static final Site SITE = new Site();
    private static final String BID = "00112233445566778899aabbccddeeff";
    private static final String HEADER = "ab".repeat(32);
    private static final Statement RECEIPT = SITE.receipt(BID, HEADER, 1);

    @TempDir
    Path folder;

    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        put("receipt.json", RECEIPT.toJson());
        put("trust.json", SITE.trust.toJson());
    }

    @Test
    void isGenuineUnderTheTrustFile() {
        var outcome = check();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("Genuine", BID);
    }

    @Test
    void isReadAsAPageSavedIt() throws IOException {
        var saved = CanonicalJson.object().put("lot", SITE.lot.toString());
        saved.set("receipt", RECEIPT.toJson());
        put("receipt.json", saved);

        assertThat(check().exit()).isZero();
    }

    @Test
    void isRefusedUnderAnotherTrustFile() throws IOException {
        put("trust.json", new Site().trust.toJson());

        refused(check(), "trust/foreign-signer");
    }

    @Test
    void isRefusedWhenAFieldWasChanged() throws IOException {
        var changed = RECEIPT.toJson();
        ((com.fasterxml.jackson.databind.node.ObjectNode) changed.path("doc")).put("seq", 2);
        put("receipt.json", changed);

        refused(check(), "trust/bad-signature");
    }

    @Test
    void isRefusedWhenTheBidderSignedItItself() throws IOException {
        put(
                "receipt.json",
                Statement.of(RECEIPT.doc(), SigningKey.of(SITE.bidder)).toJson());

        refused(check(), "trust/foreign-signer");
    }

    @Test
    void standsInTheLogUnderWitnesses() throws IOException {
        put("proof.json", SITE.proof(RECEIPT.hashHex(), 2));
        assertThat(check("--proof", file("proof.json")).exit()).isZero();

        put("proof.json", SITE.proof("cd".repeat(32), 2));
        refused(check("--proof", file("proof.json")), "trust/not-in-the-log");
    }

    @Test
    void isFoundInTheBidList() throws IOException {
        put("list.json", list(RECEIPT.hashHex()));

        var outcome = check("--bid-list", file("list.json"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("LIVE");
    }

    @Test
    void isMissedInAListThatHasAnotherReceipt() throws IOException {
        put("list.json", list("cd".repeat(32)));

        var outcome = check("--bid-list", file("list.json"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("MISSING");
    }

    @Test
    void namesAFileThatIsNotThere() {
        var outcome = check("--proof", file("nowhere.json"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("nowhere.json");
    }

    private static JsonNode list(String receiptHash) {
        var opening = CanonicalJson.object();
        opening.putObject("bidList")
                .putObject("list")
                .putArray("bids")
                .addObject()
                .put("bidId", BID)
                .put("headerHash", HEADER)
                .put("receiptHash", receiptHash)
                .put("state", "LIVE");
        return opening;
    }

    private static void refused(Outcome outcome, String code) {
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains(code);
    }

    private Outcome check(String... more) {
        var arguments = new ArrayList<>(List.of("receipt", file("receipt.json"), "--trust", file("trust.json")));
        arguments.addAll(List.of(more));
        return Run.of(arguments, Outcome::new);
    }

    private void put(String name, JsonNode json) throws IOException {
        Files.write(folder.resolve(name), CanonicalJson.encode(json));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
