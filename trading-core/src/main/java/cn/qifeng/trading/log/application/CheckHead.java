package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.domain.GrowingRoot;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.WitnessSignature;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.log.LogHead;
import cn.qifeng.trust.log.MerkleTree;
import cn.qifeng.trust.log.WitnessStatement;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.stamp.TimeStamps;
import cn.qifeng.trust.trustfile.AnchoredKey;
import cn.qifeng.trust.trustfile.TrustAnchors;
import cn.qifeng.trust.trustfile.TrustAnchors.WitnessKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Holds the stored heads one after another to the tree as it was hashed again, and to the keys of the trust file. */
final class CheckHead {

    private final TrustAnchors anchors;
    private final Differences differences;
    private long formerSize;
    private String formerRoot = Hex.encode(MerkleTree.emptyRoot());

    CheckHead(TrustAnchors anchors, Differences differences) {
        this.anchors = anchors;
        this.differences = differences;
    }

    /** The next head, when the tree has been hashed up to its size. */
    void take(SignedHead stored, GrowingRoot tree) {
        String place = "head " + stored.size();
        try {
            var head = LogHead.from(stored.doc());
            differences.unlessSame(Kind.HEAD, place, Hex.encode(head.root()), Hex.encode(tree.root()));
            differences.unlessSame(
                    Kind.HEAD,
                    place,
                    head.prevSize() + " " + Hex.encode(head.prevRoot()),
                    formerSize + " " + formerRoot);
            if (anchors.logCertificates().stream()
                    .map(AnchoredKey::id)
                    .noneMatch(signer(stored.doc(), stored.sig())::equals)) {
                differences.add(Kind.HEAD, place, "another key", "a key of the log");
            }
            formerSize = head.size();
            formerRoot = Hex.encode(head.root());
        } catch (Refused broken) {
            differences.add(Kind.HEAD, place, broken.getMessage(), "a signed head");
        }
        stored.witnesses().forEach(signature -> checkWitness(place, stored, signature));
        checkStamp(place, stored);
    }

    private static String signer(ObjectNode doc, String sig) {
        return new Statement(doc, sig).verify().certificateId();
    }

    private void checkWitness(String place, SignedHead stored, WitnessSignature signature) {
        String named = place + " witness " + signature.witness();
        try {
            var said = WitnessStatement.from(signature.doc());
            boolean known = anchors.witnesses().stream()
                    .filter(witness -> witness.name().equals(signature.witness()))
                    .map(WitnessKey::key)
                    .map(AnchoredKey::id)
                    .anyMatch(signer(signature.doc(), signature.sig())::equals);
            if (!known
                    || !said.witness().equals(signature.witness())
                    || said.size() != stored.size()
                    || !Arrays.equals(said.head(), hash(stored))) {
                differences.add(Kind.WITNESS, named, "another key or another head", "its word on this head");
            }
        } catch (Refused broken) {
            differences.add(Kind.WITNESS, named, broken.getMessage(), "a signed statement");
        }
    }

    private void checkStamp(String place, SignedHead stored) {
        try {
            var token = Fields.base64("timeStamp", stored.timeStamp(), TimeStamps.SIZE_MAX);
            var keys = anchors.timeStampCertificates().stream()
                    .map(AnchoredKey::certificate)
                    .toList();
            TimeStamps.verify(token, hash(stored), keys);
        } catch (Refused broken) {
            differences.add(Kind.TIME_STAMP, place, broken.getMessage(), "a time stamp over this head");
        }
    }

    private static byte[] hash(SignedHead stored) {
        return Sm3.of(CanonicalJson.encode(stored.doc()));
    }
}
