package cn.qifeng.launcher.fuzz;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import java.util.Arrays;
import java.util.Map;

/**
 * An SM2 ciphertext (GM/T 0009) and the wrap of a key in it (docs/bid-envelope.md section 5). What parses encodes to the
 * same bytes; to the bidder's key only the genuine wrap opens.
 */
public final class WrapTarget {

    private static final World WORLD = World.told();
    private static final byte[] GENUINE = WORLD.sealed.header().self().wrap().encode();

    private WrapTarget() {}

    /** Writes the seeds. */
    public static void fuzzerInitialize() {
        var trustees = WORLD.sealed.header().trustees();
        World.seed(Map.of(
                "self",
                GENUINE,
                "first",
                trustees.get(0).wrap().encode(),
                "second",
                trustees.get(1).wrap().encode()));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] data) {
        var cipher = Properties.accepted(() -> Sm2Cipher.decode(data), TrustRefusal.BAD_WRAP);
        cipher.ifPresent(it -> Properties.sameBytes(it.encode(), data));
        var plain = cipher.flatMap(
                it -> Properties.accepted(() -> Sm2Wrap.unwrap(WORLD.selfKey, it), TrustRefusal.BAD_WRAP));
        Properties.hold(plain.isPresent() == Arrays.equals(GENUINE, data), "only the genuine wrap opens");
    }
}
