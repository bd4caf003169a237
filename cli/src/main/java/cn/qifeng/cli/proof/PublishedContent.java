package cn.qifeng.cli.proof;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.log.LogHead;
import cn.qifeng.trust.log.MerkleProofs;
import cn.qifeng.trust.log.WitnessStatement;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;

/**
 * The place of a content in the log (入链证明), as {@code GET /api/core/log/proofs/{contentHash}} tells it: {@code
 * {"leaf": {index, nonce, size, proof}, "head": {head, sig, witnesses}}}.
 */
public final class PublishedContent {

    private static final int PROOF_MAX = 64;
    private static final int WITNESSES_MAX = 64;

    private PublishedContent() {}

    /** The head over it; refuses unless the proof leads there, and enough witnesses of the trust file signed it. */
    public static LogHead verify(String contentHash, JsonNode proof, TrustFile trust) {
        var fields = Fields.of(proof);
        var head = head(fields.object("head"), trust);
        var leaf = fields.object("leaf");
        var path = leaf.array("proof", PROOF_MAX).stream()
                .map(hash -> Hex.decode(hash.asText()))
                .toList();
        var entry = Sm3.of(leaf.hex("nonce", Sm3.LENGTH), Hex.decode(contentHash));
        long index = leaf.integer("index", 0, CanonicalJson.INTEGER_MAX);
        if (leaf.integer("size", 0, CanonicalJson.INTEGER_MAX) != head.size()
                || !MerkleProofs.verifyInclusion(entry, index, head.size(), path, head.root())) {
            throw ProofRefusal.NOT_IN_THE_LOG.at("proof", contentHash, "under the head of size " + head.size());
        }
        return head;
    }

    private static LogHead head(Fields published, TrustFile trust) {
        var anchors = trust.anchors();
        var doc = published.object("head").doc();
        var head = LogHead.from(doc);
        if (!head.log().equals(anchors.log())) {
            throw ProofRefusal.BAD_HEAD.at("log", head.log(), anchors.log());
        }
        Anchors.verify(new Statement(doc, published.text("sig")), anchors.logCertificates(), head.machineAt());
        var names = new HashSet<String>();
        for (var signed : published.array("witnesses", WITNESSES_MAX)) {
            var witness = witness(Statement.from(signed), head, trust);
            if (witness != null) {
                names.add(witness);
            }
        }
        if (names.size() < anchors.threshold()) {
            throw ProofRefusal.TOO_FEW_WITNESSES.at("witnesses", names, "at least " + anchors.threshold());
        }
        return head;
    }

    /** Name of the trust file's witness who signed this head, or {@code null}. */
    private static String witness(Statement signed, LogHead head, TrustFile trust) {
        var statement = WitnessStatement.from(signed.doc());
        var signer = signed.verify().certificateId();
        return trust.anchors().witnesses().stream()
                .filter(known -> known.name().equals(statement.witness())
                        && known.key().id().equals(signer)
                        && known.key().countsAt(statement.machineAt())
                        && Bytes.same(statement.head(), head.hash()))
                .map(known -> known.name())
                .findFirst()
                .orElse(null);
    }
}
