package cn.qifeng.evaluation.blind.application;

import cn.qifeng.evaluation.blind.domain.BlindFile;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;

/**
 * Writes the entries of blind files (docs/evidence.md section 9). Whoever knows the hash of a canonical form knows whose
 * it is; so the list is only committed to before the sheets are written, and opened when all are revealed.
 */
@ApplicationScoped
class BlindEntries {

    private static final byte[] LABEL = "QC1 blind files".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Evidence evidence;

    BlindEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The body of {@code evaluation/blind-files}, with a nonce that nobody can guess. */
    static ObjectNode body(EvaluationSession session, ObjectNode rules, Collection<BlindFile> files) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var body =
                CanonicalJson.object().put("session", session.id().toString()).put("nonce", Hex.encode(nonce));
        body.set("rules", rules);
        var list = body.putArray("files");
        files.forEach(it -> list.addObject()
                .put("bidId", it.bidId())
                .put("file", it.file().orElse(null))
                .put("pages", it.pages())
                .put("canonical", it.canonical().orElse(null))
                .put("marks", it.marks().size())
                .put("marksSm3", it.marksSm3()));
        return body;
    }

    void sealed(EvaluationSession session, ObjectNode body) {
        var entry = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("commit", Sm3.hex(LABEL, CanonicalJson.encode(body)));
        evidence.record(session.order().tender(), "evaluation/blind-sealed", entry);
    }

    void opened(EvaluationSession session, ObjectNode body) {
        evidence.record(session.order().tender(), "evaluation/blind-files", body);
    }

    static String text(ObjectNode body) {
        return new String(CanonicalJson.encode(body), StandardCharsets.UTF_8);
    }

    static ObjectNode read(String text) {
        return CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
