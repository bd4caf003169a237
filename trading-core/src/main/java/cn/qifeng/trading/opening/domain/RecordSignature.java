package cn.qifeng.trading.opening.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A signature under the opening record (开标记录签名): in which capacity, by whom, and the statement. */
public record RecordSignature(Capacity capacity, String name, ObjectNode statement) {

    /** In which capacity a person signs the record. */
    public enum Capacity {
        /** Agency as host (招标代理). */
        AGENCY,
        /** Procuring entity, deciding over held bids (招标人). */
        PROCURING_ENTITY,
        /** Supervisor (行政监督). */
        SUPERVISOR,
        /** Bidder, confirming its own line (投标人). */
        BIDDER
    }
}
