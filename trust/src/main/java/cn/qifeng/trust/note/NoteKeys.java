package cn.qifeng.trust.note;

import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hkdf;
import cn.qifeng.trust.hash.Sm3;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What follows from the CEK of a note. */
final class NoteKeys {

    static final int CEK = 16;
    private static final int SCALAR = 48;

    private final byte[] prk;
    private final byte[] context;

    NoteKeys(byte[] cek, byte[] salt, byte[] context) {
        this.prk = Hkdf.extract(salt, cek);
        this.context = context;
    }

    byte[] keyCommit() {
        return Hkdf.expand(prk, Bytes.concat(Bytes.ascii("QN1 commit"), context), Sm3.LENGTH);
    }

    byte[] contentKey() {
        return Hkdf.expand(prk, Bytes.concat(Bytes.ascii("QN1 content"), context), Sm4Gcm.KEY);
    }

    List<byte[]> coefficients(int threshold) {
        var coefficients = new ArrayList<byte[]>();
        for (int j = 1; j < threshold; j++) {
            coefficients.add(Hkdf.expand(prk, Bytes.concat(Bytes.ascii("QN1 coefficient"), Bytes.u32(j)), CEK));
        }
        return coefficients;
    }

    BigInteger scalar(byte[] member) {
        return Sm2Wrap.scalar(Hkdf.expand(prk, Bytes.concat(Bytes.ascii("QN1 scalar"), member, context), SCALAR));
    }
}
