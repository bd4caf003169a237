package cn.qifeng.trust.draw;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The arithmetic of draws (随机抽取) that anyone can replay (docs/evidence.md section 8). */
public final class Draw {

    /** Bytes of a nonce. */
    public static final int NONCE = 32;

    private Draw() {}

    /** SM3 of the canonical pool. */
    public static byte[] poolHash(List<String> pool) {
        var array = JsonNodeFactory.instance.arrayNode();
        pool.forEach(array::add);
        return Sm3.of(CanonicalJson.encode(array));
    }

    /** Id of the draw that repeats one that came to nothing: known to whoever knows the first. */
    public static UUID repeatOf(UUID drawId) {
        var hash = ByteBuffer.wrap(Sm3.of(Bytes.ascii("QD1 repeat"), Bytes.uuid(drawId)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** What a party publishes before any nonce is known. */
    public static byte[] commit(UUID drawId, byte[] poolHash, byte[] party, byte[] nonce) {
        return Sm3.of(Bytes.ascii("QD1 commit"), Bytes.uuid(drawId), poolHash, party, nonce);
    }

    /** Context of the sealed note that holds a party's nonce. */
    public static byte[] noteContext(UUID drawId, byte[] party) {
        return Sm3.of(Bytes.ascii("QD1 note"), Bytes.uuid(drawId), party);
    }

    /** What the key and salt of a party's note are made of: whoever learns the nonce rebuilds the note and judges it. */
    public static byte[] noteSeed(byte[] context, byte[] nonce) {
        return Sm3.of(Bytes.ascii("QD1 note key"), context, nonce);
    }

    /**
     * The seed.
     *
     * @param nonces 32 bytes for each party, by certificate id in hexadecimal
     */
    public static byte[] seed(UUID drawId, byte[] poolHash, Map<String, byte[]> nonces) {
        if (nonces.isEmpty()) {
            throw TrustRefusal.BAD_DRAW.at("nonces", 0, "at least one");
        }
        var seed = new Sm3()
                .update(Bytes.ascii("QD1 seed"))
                .update(Bytes.uuid(drawId))
                .update(poolHash);
        new TreeMap<>(nonces).forEach((party, nonce) -> {
            if (nonce.length != NONCE) {
                throw TrustRefusal.BAD_DRAW.at("nonces." + party, Hex.encode(nonce), NONCE + " bytes");
            }
            seed.update(nonce);
        });
        return seed.digest();
    }

    /** The first {@code picks} of a shuffle of 0 .. size − 1: indexes into the pool, in order. */
    public static int[] picks(byte[] seed, int size, int picks) {
        if (picks < 0 || picks > size) {
            throw TrustRefusal.BAD_DRAW.at("picks", picks, "0 to " + size);
        }
        var stream = new Stream(seed);
        var list = new int[size];
        for (int i = 0; i < size; i++) {
            list[i] = i;
        }
        for (int i = 0; i < picks; i++) {
            int j = i + (int) stream.below(size - (long) i);
            int kept = list[i];
            list[i] = list[j];
            list[j] = kept;
        }
        return Arrays.copyOf(list, picks);
    }

    /** The values of the pool that were picked, in order. */
    public static List<String> picked(byte[] seed, List<String> pool, int picks) {
        return Arrays.stream(picks(seed, pool.size(), picks))
                .mapToObj(pool::get)
                .toList();
    }

    /** Numbers out of a seed, without bias. */
    static final class Stream {

        private final byte[] seed;
        private ByteBuffer block = ByteBuffer.allocate(0);
        private int next;

        Stream(byte[] seed) {
            this.seed = seed;
        }

        /** A number from 0 to n − 1. */
        long below(long n) {
            long excess = Long.remainderUnsigned(Long.remainderUnsigned(-1L, n) + 1, n);
            while (true) {
                long r = take();
                // 2^64 − excess is the largest multiple of n; an excess of 0 accepts all
                if (excess == 0 || Long.compareUnsigned(r, -excess) < 0) {
                    return Long.remainderUnsigned(r, n);
                }
            }
        }

        private long take() {
            if (!block.hasRemaining()) {
                block = ByteBuffer.wrap(Sm3.of(Bytes.ascii("QD1 pick"), seed, Bytes.u32(next++)));
            }
            return block.getLong();
        }
    }
}
