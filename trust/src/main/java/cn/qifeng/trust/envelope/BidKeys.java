package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hkdf;
import cn.qifeng.trust.hash.Sm3;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** All keys and commitments that follow from a CEK (封套密钥, docs/bid-envelope.md sections 3 and 5). */
public final class BidKeys {

    /** Bytes of a CEK and of a share. */
    public static final int CEK = 16;

    static final int WRAP_PLAIN = CEK + Sm3.LENGTH;

    private static final int SCALAR = 48;

    private final byte[] cek;
    private final byte[] prk;
    private final byte[] tenderCtx;
    private final byte[] bidId;
    private final byte[] seq;

    BidKeys(byte[] cek, byte[] salt, byte[] tenderCtx, byte[] bidId, int seq) {
        this.cek = cek.clone();
        this.prk = Hkdf.extract(salt, cek);
        this.tenderCtx = tenderCtx;
        this.bidId = bidId;
        this.seq = Bytes.u32(seq);
    }

    static BidKeys of(byte[] cek, BidCore core) {
        return new BidKeys(cek, core.salt(), core.tenderCtx(), core.bidId(), core.seq());
    }

    /** The content encryption key, 16 bytes. */
    public byte[] cek() {
        return cek.clone();
    }

    /** Key of file {@code n}, 16 bytes; that of file 1 is published at the opening. */
    public byte[] fileKey(int n) {
        return Hkdf.expand(
                prk, Bytes.concat(Bytes.ascii("BES1 file"), Bytes.u32(n), tenderCtx, bidId, seq), Sm4Gcm.KEY);
    }

    byte[] keyCommit() {
        return Hkdf.expand(prk, Bytes.concat(Bytes.ascii("BES1 commit"), tenderCtx, bidId, seq), Sm3.LENGTH);
    }

    byte[] fileKeyCommit(int n) {
        return Sm3.of(Bytes.ascii("BES1 file key"), bidId, seq, Bytes.u32(n), fileKey(n));
    }

    List<byte[]> coefficients(int threshold) {
        var coefficients = new ArrayList<byte[]>();
        for (int j = 1; j < threshold; j++) {
            coefficients.add(Hkdf.expand(prk, Bytes.concat(Bytes.ascii("BES1 coefficient"), Bytes.u32(j)), CEK));
        }
        return coefficients;
    }

    BigInteger scalar(String role, byte[] recipientId, byte[] core) {
        var info = Bytes.concat(Bytes.ascii("BES1 scalar"), Bytes.ascii(role), recipientId, core);
        return Sm2Wrap.scalar(Hkdf.expand(prk, info, SCALAR));
    }

    @Override
    public String toString() {
        return "BidKeys[not shown]";
    }
}
