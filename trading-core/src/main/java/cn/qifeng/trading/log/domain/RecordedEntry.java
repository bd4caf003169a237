package cn.qifeng.trading.log.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One recorded entry with its body (存证条目), docs/evidence.md section 3.
 *
 * @param ref where it stands
 * @param salt 16 bytes, hex
 */
public record RecordedEntry(EntryRef ref, ObjectNode head, String salt, ObjectNode body) {

    /** Kind of entry, one of docs/evidence.md section 9. */
    public String type() {
        return head.get("type").textValue();
    }
}
