package cn.qifeng.cli.proof;

import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The platform's signed receipt for a release (放行回执, docs/evidence.md section 9), mode BIDDERS. */
public record ReleaseReceipt(Statement statement) {

    /** Reads a receipt; refuses one that no receipt key of the trust file signed, or of another log. */
    public static ReleaseReceipt verify(JsonNode json, TrustFile trust) {
        var given = Fields.of(json);
        var statement = new Statement(given.object("doc").doc(), given.text("sig"));
        var doc = Fields.of(statement.doc()).type("release-receipt");
        Anchors.verify(statement, trust.anchors().receiptCertificates(), doc.moment("stamp"));
        require("log", doc.text("log"), trust.anchors().log());
        require("trustFile", doc.text("trustFile"), trust.fingerprint());
        return new ReleaseReceipt(statement);
    }

    /** Refuses unless it is a receipt for this release of this envelope. */
    public ReleaseReceipt requireFor(String bidId, String headerHash, String release) {
        var doc = Fields.of(statement.doc());
        require("bidId", doc.text("bidId"), bidId);
        require("headerHash", doc.text("headerHash"), headerHash);
        require("release", doc.text("release"), release);
        return this;
    }

    /** Legal time at which the release came in. */
    public Instant stamp() {
        return Fields.of(statement.doc()).moment("stamp");
    }

    private static void require(String field, String seen, String expected) {
        if (!seen.equals(expected)) {
            throw ProofRefusal.BAD_RECEIPT.at(field, seen, expected);
        }
    }
}
