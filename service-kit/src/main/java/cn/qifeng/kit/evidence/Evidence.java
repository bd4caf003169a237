package cn.qifeng.kit.evidence;

import cn.qifeng.kernel.TenderId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Port through which a transition writes its entry (docs/evidence.md sections 3 and 9), always in the transaction of
 * the transition itself. In trading-core the entry is recorded at once; in the other services it leaves through the
 * outbox, at least once, and is recorded in order.
 */
public interface Evidence {

    /**
     * Records one entry in a tender's chain.
     *
     * @param tender the tender whose chain it joins
     * @param type kind of entry, one of docs/evidence.md section 9
     * @param body the body; must be representable as canonical JSON
     */
    void record(TenderId tender, String type, ObjectNode body);
}
