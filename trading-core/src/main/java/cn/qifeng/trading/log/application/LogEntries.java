package cn.qifeng.trading.log.application;

import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Heads and content hashes of entries, docs/evidence.md section 3. */
final class LogEntries {

    private LogEntries() {}

    static ObjectNode head(String type, ClockReading reading) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("at", Moments.format(reading.legal()))
                .put("machineAt", Moments.format(reading.machine()));
    }

    static String contentHash(ObjectNode head, byte[] salt, ObjectNode body) {
        var bodyHash = Sm3.of(Bytes.ascii("QEC1 body"), salt, CanonicalJson.encode(body));
        return Sm3.hex(Bytes.ascii("QEC1"), Sm3.of(CanonicalJson.encode(head)), bodyHash);
    }

    static boolean sameBody(ObjectNode one, ObjectNode other) {
        return Arrays.equals(CanonicalJson.encode(one), CanonicalJson.encode(other));
    }
}
