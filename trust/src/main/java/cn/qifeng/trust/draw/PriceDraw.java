package cn.qifeng.trust.draw;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What price method M-D draws besides K (ABC 合成法的附加抽取): both come out of the seed of K's draw, so they are fixed
 * before any key is used, whatever the prices turn out to be (docs/evidence.md section 10).
 */
public final class PriceDraw {

    private PriceDraw() {}

    /** Δ, out of the set that was published; throws {@link IllegalArgumentException} for an empty one. */
    public static String delta(byte[] seed, List<String> pool) {
        if (pool.isEmpty()) {
            throw new IllegalArgumentException("no delta to draw from");
        }
        return Draw.picked(Sm3.of(Bytes.ascii("QD1 delta"), seed), pool, 1).get(0);
    }

    /** The number that a bid draws (签号), 32 bytes; {@code bidId} is in hexadecimal. */
    public static byte[] number(byte[] seed, String bidId) {
        return Sm3.of(Bytes.ascii("QD1 price order"), seed, Hex.decode(bidId));
    }

    /** Bids by their numbers, the least first; B is the first that it can be. */
    public static List<String> order(byte[] seed, Collection<String> bidIds) {
        return bidIds.stream()
                .map(bidId -> Map.entry(bidId, number(seed, bidId)))
                .sorted(Map.Entry.<String, byte[]>comparingByValue(Arrays::compareUnsigned))
                .map(Map.Entry::getKey)
                .toList();
    }
}
