package cn.qifeng.trading.log.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/**
 * A head of the log (日志树头) as it is handed out, docs/evidence.md section 5.
 *
 * @param doc the {@code log-head} doc
 * @param sig the log's signature, base64
 * @param timeStamp RFC 3161 token over SM3 of the canonical doc, base64
 * @param witnesses the signatures of those witnesses that have answered, by name
 */
public record SignedHead(ObjectNode doc, String sig, String timeStamp, List<WitnessSignature> witnesses) {

    public SignedHead {
        witnesses = witnesses.stream()
                .sorted(Comparator.comparing(WitnessSignature::witness))
                .toList();
    }

    /** Number of leaves. */
    public long size() {
        return doc.get("size").longValue();
    }

    /** Root over all leaves, hex. */
    public String root() {
        return doc.get("root").textValue();
    }

    /** Whether this many witnesses stand behind it (已公布). */
    public boolean published(int threshold) {
        return witnesses.size() >= threshold;
    }

    /** The same head with the signatures that are known now. */
    public SignedHead with(List<WitnessSignature> signatures) {
        return new SignedHead(doc, sig, timeStamp, signatures);
    }
}
