package cn.qifeng.cli.proof;

import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.AnchoredKey;
import java.time.Instant;
import java.util.List;

/** Signatures by keys that a trust file names. */
final class Anchors {

    private Anchors() {}

    /** Refuses unless one of these keys, which counts at {@code at}, made the statement. */
    static void verify(Statement statement, List<AnchoredKey> keys, Instant at) {
        var signer = statement.verify().certificateId();
        if (keys.stream().noneMatch(key -> key.id().equals(signer) && key.countsAt(at))) {
            throw ProofRefusal.FOREIGN_SIGNER.at("sig", signer, "a key of the trust file that counts at " + at);
        }
    }
}
