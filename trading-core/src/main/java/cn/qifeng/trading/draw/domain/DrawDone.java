package cn.qifeng.trading.draw.domain;

import cn.qifeng.kernel.TenderId;
import java.util.List;
import java.util.UUID;

/**
 * A draw has a result (抽取完成); fired in the transaction that records it.
 *
 * @param picked indexes into the pool, in order
 * @param values what stands there
 */
public record DrawDone(UUID drawId, TenderId tender, DrawPurpose purpose, List<Integer> picked, List<String> values) {

    /** Copies the lists. */
    public DrawDone {
        picked = List.copyOf(picked);
        values = List.copyOf(values);
    }
}
