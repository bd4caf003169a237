package cn.qifeng.trading.bidding.web;

import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.log.application.Proofs.Inclusion;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/**
 * One of a bidder's own envelopes (我的投标).
 *
 * @param header header.der in base64
 * @param signature header.p7s in base64
 * @param receipt {@code {doc, sig}}
 * @param inclusion where the receipt stands in the log; {@code null} until it is published
 * @param withdrawal the receipt of the withdrawal, or {@code null}
 */
record OwnBidView(
        String bidId,
        int seq,
        String state,
        String headerHash,
        String header,
        String signature,
        ObjectNode receipt,
        Inclusion inclusion,
        ObjectNode withdrawal) {

    static OwnBidView of(Bid bid, Proofs proofs) {
        var sealing = bid.sealing();
        var base64 = Base64.getEncoder();
        return new OwnBidView(
                sealing.bidId(),
                sealing.seq(),
                bid.state().name(),
                sealing.headerHash(),
                base64.encodeToString(sealing.header()),
                base64.encodeToString(sealing.signature()),
                sealing.receipt().toJson(),
                proofs.inclusion(sealing.receipt().hash()).orElse(null),
                bid instanceof Bid.Withdrawn withdrawn ? withdrawn.lastReceipt().toJson() : null);
    }
}
