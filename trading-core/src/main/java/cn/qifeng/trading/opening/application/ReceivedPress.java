package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.Press;
import cn.qifeng.trading.opening.domain.PressingSet;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySetMember;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and judges the shares of a press doc (启封文书): one answer for every live bid that is sealed to its set, no other. */
final class ReceivedPress {

    private static final int SHARE = 16;
    private static final int BIDS_MAX = 4096;

    private final Unsealing unsealing;
    private final PressingSet set;
    private final Map<String, BidHeader> headers;

    /** {@code headers}: of the set's bids, by bid id. */
    ReceivedPress(Unsealing unsealing, PressingSet set, Map<String, BidHeader> headers) {
        this.unsealing = unsealing;
        this.set = set;
        this.headers = headers;
    }

    /** The press; refuses a foreign list, and names the trustee whose share contradicts its commitment. */
    Press judge(Fields doc, KeySetMember trustee, Instant now) {
        var releases = unsealing.checkpoint().releases();
        if (releases == null) {
            doc.type("trustee-press").exactly("type", "v", "tender", "seen", "lot", "set", "bidList", "shares");
        } else {
            doc.type("trustee-press")
                    .exactly("type", "v", "tender", "seen", "lot", "set", "bidList", "releaseList", "shares");
            requireSameList("releaseList", doc, releases.hash());
        }
        requireSameList("bidList", doc, unsealing.checkpoint().hash());
        var shares = new HashMap<String, String>();
        var answered = doc.array("shares", BIDS_MAX).stream()
                .map(answer -> read(answer, trustee, shares))
                .toList();
        requireWholeList(answered);
        return new Press(set.set(), trustee.idHex(), trustee.x(), now, shares);
    }

    private static void requireSameList(String field, Fields doc, String hash) {
        if (!doc.text(field).equals(hash)) {
            throw OpeningRefusal.FOREIGN_LIST.with(
                    Facts.field(field, doc.text(field), hash).map());
        }
    }

    private String read(JsonNode json, KeySetMember trustee, Map<String, String> shares) {
        var answer = Fields.of(json);
        var bidId = answer.text("bidId");
        var header = headers.get(bidId);
        if (header == null) {
            throw OpeningRefusal.FOREIGN_LIST.with(
                    Facts.field("shares.bidId", bidId, "a live bid of the list, sealed to this set")
                            .map());
        }
        if (answer.doc().has("badWrap")) {
            answer.exactly("bidId", "badWrap");
            return bidId;
        }
        var share = answer.exactly("bidId", "share").hex("share", SHARE);
        if (!new BidOpener(new Sm4Gcm()).isGood(header, trustee.idHex(), share)) {
            throw OpeningRefusal.BAD_SHARE.with(
                    Facts.field("shares", bidId, "the share committed to for " + trustee.name())
                            .map());
        }
        shares.put(bidId, Hex.encode(share));
        return bidId;
    }

    private void requireWholeList(List<String> answered) {
        if (answered.size() != set.bids().size() || !set.bids().containsAll(answered)) {
            throw OpeningRefusal.FOREIGN_LIST.with(
                    Facts.field("shares", answered.size(), set.bids().size()).map());
        }
    }
}
