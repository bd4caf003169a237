package cn.qifeng.launcher.fuzz;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.sign.Signatures;
import java.util.Arrays;
import java.util.Map;

/**
 * A QS1 signature (docs/evidence.md section 2). Under the signer's certificate only the very bytes that were made verify,
 * and never over another content.
 */
public final class SignatureTarget {

    private static final World WORLD = World.told();
    private static final byte[] CONTENT = Bytes.ascii("what was signed");
    private static final byte[] OTHER = Bytes.ascii("what was not signed");
    private static final byte[] GENUINE = WORLD.bidder.sign(CONTENT);
    private static final String SIGNER = Certificates.id(WORLD.bidder.certificate());

    private SignatureTarget() {}

    /** Writes the seeds. */
    public static void fuzzerInitialize() {
        World.seed(Map.of("genuine.p7s", GENUINE, "header.p7s", WORLD.sealed.signature()));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] data) {
        var signed = Properties.accepted(
                () -> Signatures.verify(CONTENT, data), TrustRefusal.BAD_SIGNATURE, TrustRefusal.BAD_CERTIFICATE);
        signed.filter(it -> it.certificateId().equals(SIGNER) && it.chain().isEmpty())
                .ifPresent(it -> Properties.sameBytes(GENUINE, data));
        Properties.hold(!Arrays.equals(GENUINE, data) || signed.isPresent(), "the genuine signature verifies");
        var other = Properties.accepted(
                () -> Signatures.verify(OTHER, data), TrustRefusal.BAD_SIGNATURE, TrustRefusal.BAD_CERTIFICATE);
        Properties.hold(other.isEmpty(), "a signature is over one content");
    }
}
