package cn.qifeng.trading.log.domain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A version of the trust file (信任文件), docs/evidence.md section 7.
 *
 * @param fingerprint SM3 of the canonical doc, hex
 * @param sigs {@code [{"witness","sig"}]}; complete when every witness signed
 */
public record StoredTrustFile(int version, String fingerprint, int threshold, ObjectNode doc, ArrayNode sigs) {

    /** Whether all witnesses signed it. */
    public boolean complete() {
        return sigs.size() == doc.get("witnesses").size();
    }
}
