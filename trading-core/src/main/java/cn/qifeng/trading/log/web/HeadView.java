package cn.qifeng.trading.log.web;

import cn.qifeng.trading.log.domain.SignedHead;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A head as {@code heads.json} of a package writes it (docs/evidence.md section 11). */
record HeadView(ObjectNode head, String sig, List<Signature> witnesses, String timeStamp) {

    /** A witness's statement. */
    record Signature(ObjectNode doc, String sig) {}

    static HeadView of(SignedHead head) {
        var witnesses = head.witnesses().stream()
                .map(one -> new Signature(one.doc(), one.sig()))
                .toList();
        return new HeadView(head.doc(), head.sig(), witnesses, head.timeStamp());
    }
}
