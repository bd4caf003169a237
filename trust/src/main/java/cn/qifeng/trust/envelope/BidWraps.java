package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.share.Shamir;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the wraps of a header from the CEK, the same bytes every time, and takes them apart. */
final class BidWraps {

    private static final String SELF = "self";
    private static final String TRUSTEE = "trustee";

    private final BidKeys keys;
    private final byte[] core;

    BidWraps(BidKeys keys, byte[] core) {
        this.keys = keys;
        this.core = core;
    }

    SelfWrap self(byte[] publicKey) {
        var id = Sm3.of(publicKey);
        return new SelfWrap(publicKey, wrap(publicKey, keys.cek(), id, SELF));
    }

    /** One wrap for each member in the order of x; none in mode BIDDERS. */
    List<TrusteeWrap> trustees(OpeningMode mode, KeySet set) {
        if (mode == OpeningMode.BIDDERS) {
            return List.of();
        }
        var coefficients = keys.coefficients(set.threshold());
        return set.members().stream()
                .map(member -> {
                    var share = Shamir.share(keys.cek(), coefficients, member.x());
                    var wrap = wrap(member.encryptionKey(), share, member.id(), TRUSTEE);
                    return new TrusteeWrap(member.id(), shareCommit(core, member.id(), share), wrap);
                })
                .toList();
    }

    static byte[] shareCommit(byte[] core, byte[] trusteeId, byte[] share) {
        return Sm3.of(Bytes.ascii("BES1 share"), core, trusteeId, share);
    }

    /** The share in a trustee's wrap, or empty when it was made for another place or does not unwrap. */
    static Optional<byte[]> openTrustee(byte[] core, TrusteeWrap wrap, BigInteger privateKey) {
        return open(core, wrap.wrap(), privateKey, wrap.trusteeId(), TRUSTEE);
    }

    /** The CEK in the bidder's own wrap, or empty. */
    static Optional<byte[]> openSelf(byte[] core, SelfWrap wrap, BigInteger privateKey) {
        return open(core, wrap.wrap(), privateKey, Sm3.of(wrap.publicKey()), SELF);
    }

    private Sm2Cipher wrap(byte[] publicKey, byte[] secret, byte[] recipientId, String role) {
        var plain = Bytes.concat(secret, binding(core, recipientId, role));
        return Sm2Wrap.wrap(publicKey, plain, keys.scalar(role, recipientId, core));
    }

    private static Optional<byte[]> open(
            byte[] core, Sm2Cipher wrap, BigInteger privateKey, byte[] recipientId, String role) {
        byte[] plain;
        try {
            plain = Sm2Wrap.unwrap(privateKey, wrap);
        } catch (Refused foreign) {
            return Optional.empty();
        }
        var bound = Arrays.copyOfRange(plain, BidKeys.CEK, plain.length);
        return Bytes.same(bound, binding(core, recipientId, role))
                ? Optional.of(Arrays.copyOf(plain, BidKeys.CEK))
                : Optional.empty();
    }

    private static byte[] binding(byte[] core, byte[] recipientId, String role) {
        return Sm3.of(core, recipientId, Bytes.ascii(role));
    }
}
