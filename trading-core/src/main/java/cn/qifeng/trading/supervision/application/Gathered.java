package cn.qifeng.trading.supervision.application;

import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.log.application.Proofs.Inclusion;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.supervision.domain.Cut;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Everything of a package but the large files, as it stood at one moment (存证包内容).
 *
 * @param own bid of the party whose cut it is, {@code null} in the other cuts
 * @param heads by size; the last is the newest, to which all proofs lead
 * @param bids by bid id and number, empty before the opening
 * @param leaves places in the log by content hash
 */
record Gathered(
        PublishedLot lot,
        Cut cut,
        String own,
        List<SignedHead> heads,
        List<RecordedEntry> entries,
        List<Bid> bids,
        Map<String, Inclusion> leaves) {

    /** Whether the cut shows everything that the platform keeps of a bid. */
    boolean wholly(Bid bid) {
        return cut.whole() || bid.sealing().bidId().equals(own);
    }

    /** The head to which all proofs lead. */
    SignedHead newest() {
        return heads.get(heads.size() - 1);
    }

    /** {@code leaf} of an object of the package. */
    ObjectNode leaf(String contentHash) {
        var place = leaves.get(contentHash);
        var leaf = CanonicalJson.object()
                .put("index", place.index())
                .put("nonce", place.nonce())
                .put("size", place.size());
        var proof = leaf.putArray("proof");
        place.proof().forEach(proof::add);
        return leaf;
    }
}
