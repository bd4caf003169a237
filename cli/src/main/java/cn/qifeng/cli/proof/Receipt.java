package cn.qifeng.cli.proof;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Receipt of a bid (投标回执, docs/evidence.md section 6) that verified under a trust file of the bidder's own.
 *
 * @param statement the receipt as the platform signed it
 */
public record Receipt(Statement statement) {

    private static final int BIDS_MAX = 10_000;

    /**
     * Verifies a receipt as the platform gave it, as a page saved it, or as it stands in a package. Refuses what the
     * receipt key of the trust file did not sign.
     */
    public static Receipt verify(JsonNode json, TrustFile trust) {
        var given = json.path("receipt").isObject() ? json.path("receipt") : json;
        var fields = Fields.of(given);
        var statement = new Statement(fields.object("doc").doc(), fields.text("sig"));
        var doc = Fields.of(statement.doc()).type("bid-receipt");
        Anchors.verify(statement, trust.anchors().receiptCertificates(), doc.moment("stamp"));
        require("log", doc.text("log"), trust.anchors().log());
        require("trustFile", doc.text("trustFile"), trust.fingerprint());
        return new Receipt(statement);
    }

    /** Refuses unless it is a receipt for this envelope. */
    public Receipt requireFor(String lot, String bidId, String headerHash, int seq) {
        require("act", text("act"), "SEALED");
        require("lot", text("lot"), lot);
        require("bidId", text("bidId"), bidId);
        require("headerHash", text("headerHash"), headerHash);
        require("seq", doc().path("seq").asText(), String.valueOf(seq));
        return this;
    }

    private static void require(String field, String seen, String expected) {
        if (!seen.equals(expected)) {
            throw ProofRefusal.BAD_RECEIPT.at(field, seen, expected);
        }
    }

    /** What was signed. */
    public ObjectNode doc() {
        return statement.doc();
    }

    /** A text field of the doc. */
    public String text(String field) {
        return Fields.of(doc()).text(field);
    }

    /** Legal time at which the last byte was read. */
    public Instant stamp() {
        return Fields.of(doc()).moment("stamp");
    }

    /** Content hash in the log: SM3 of the canonical doc, hexadecimal. */
    public String hash() {
        return Hex.encode(Sm3.of(CanonicalJson.encode(doc())));
    }

    /**
     * State of this envelope in a bid list (投标名单): the list itself, an opening view, or the entry of a package. Empty
     * when the list does not have it, which must stop the opening.
     */
    public Optional<String> stateIn(JsonNode json) {
        for (var line : Fields.of(list(json)).array("bids", BIDS_MAX)) {
            if (line.path("headerHash").asText().equals(text("headerHash"))
                    && line.path("bidId").asText().equals(text("bidId"))
                    && line.path("receiptHash").asText().equals(hash())) {
                return Optional.of(line.path("state").asText());
            }
        }
        return Optional.empty();
    }

    private static JsonNode list(JsonNode json) {
        if (json.path("bidList").isObject()) {
            return json.path("bidList").path("list");
        }
        return json.path("entry").isObject() ? json.path("entry").path("body") : json;
    }
}
