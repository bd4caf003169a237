package cn.qifeng.trading.bidding.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What was refused before the opening (留痕), kept under the lot key. */
public interface Traces {

    /** Sorts of traces. */
    enum Kind {
        /** A seal or withdrawal was refused. */
        REFUSAL,
        /** A seal or withdrawal was stamped in time and came too late for the bid list: received, not recorded (已收到、未记录). */
        UNRECORDED,
        /** Somebody asked who bids, or how many. */
        LOOK
    }

    /** Keeps traces. */
    void add(LotKey key, Kind kind, List<ObjectNode> contents);

    /** All traces of a lot. */
    List<ObjectNode> of(LotKey key, Kind kind);
}
