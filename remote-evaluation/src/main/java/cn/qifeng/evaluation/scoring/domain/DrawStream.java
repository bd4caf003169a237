package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.nio.ByteBuffer;

/** Numbers that follow from a seed, as docs/evidence.md section 8 has them. Not for use by several threads. */
final class DrawStream {

    private final byte[] seed;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int next;

    DrawStream(byte[] seed) {
        this.seed = seed.clone();
    }

    /** A number from 0 to {@code n - 1}, all equally likely. */
    int below(int n) {
        long bound = Long.divideUnsigned(-1L, n);
        if (Long.remainderUnsigned(-1L, n) == n - 1) {
            bound++;
        }
        long limit = bound * n;
        long drawn = take();
        while (limit != 0 && Long.compareUnsigned(drawn, limit) >= 0) {
            drawn = take();
        }
        return (int) Long.remainderUnsigned(drawn, n);
    }

    private long take() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(Sm3.of(Bytes.ascii("QD1 pick"), seed, Bytes.u32(next++)));
        }
        return block.getLong();
    }
}
