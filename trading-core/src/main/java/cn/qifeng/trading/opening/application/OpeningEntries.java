package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.opening.domain.HeldDecision;
import cn.qifeng.trading.opening.domain.Objection;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trading.opening.domain.RecordDraft;
import cn.qifeng.trading.opening.domain.Release;
import cn.qifeng.trading.opening.domain.ReleaseList;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Waiting;
import cn.qifeng.trading.opening.domain.WindowExtension;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Bodies of the entries of an opening (docs/evidence.md section 9). */
final class OpeningEntries {

    private OpeningEntries() {}

    static ObjectNode bidList(BidList list) {
        var body = CanonicalJson.object()
                .put("deadline", Moments.format(list.deadline()))
                .put("frozenAt", Moments.format(list.frozenAt()));
        var bids = body.putArray("bids");
        list.bids()
                .forEach(bid -> bids.addObject()
                        .put("bidId", bid.bidId())
                        .put("headerHash", bid.headerHash())
                        .put("seq", bid.seq())
                        .put("receiptHash", bid.receiptHash())
                        .put("state", bid.state())
                        .put("because", bid.because()));
        return body;
    }

    static ObjectNode heldDecided(String bidList, HeldDecision decision) {
        var body = CanonicalJson.object().put("bidList", bidList).put("reason", decision.reason());
        var decisions = body.putArray("decisions");
        decision.lines()
                .forEach(line -> decisions
                        .addObject()
                        .put("bidId", line.bidId())
                        .put("headerHash", line.headerHash())
                        .put("admitted", line.admitted()));
        var statements = body.putArray("statements");
        decision.signatures().forEach(signature -> statements.add(signature.statement()));
        return body;
    }

    static ObjectNode failed(Failed failed) {
        return CanonicalJson.object()
                .put("count", failed.count())
                .put("reason", failed.suspended() ? "ended-while-suspended" : "fewer-than-three-bids");
    }

    static ObjectNode suspended(Waiting waiting) {
        return CanonicalJson.object()
                .put("cause", waiting.cause().name())
                .put("since", Moments.format(waiting.since()));
    }

    static ObjectNode receiptMissing(Waiting waiting, ObjectNode statement) {
        var body = suspended(waiting);
        body.set("statement", statement);
        return body;
    }

    static ObjectNode notRecorded(Waiting waiting, String refusal) {
        return suspended(waiting).put("refusal", refusal);
    }

    static ObjectNode suspensionDecided(String suspended, Suspension.Decision decision) {
        var body = CanonicalJson.object()
                .put("suspended", suspended)
                .put("until", decision.goesOn() ? Moments.format(decision.until()) : null)
                .put("reason", decision.reason());
        var statements = body.putArray("statements");
        decision.signatures().forEach(signature -> statements.add(signature.statement()));
        return body;
    }

    static ObjectNode names(List<BidderName> names) {
        var body = CanonicalJson.object();
        var bids = body.putArray("bids");
        names.forEach(name -> bids.addObject()
                .put("bidId", name.bidId())
                .put("name", name.name())
                .put("uscc", name.uscc()));
        return body;
    }

    static ObjectNode pressed(ObjectNode statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement);
        return body;
    }

    static ObjectNode released(Release release) {
        var body = CanonicalJson.object();
        body.set("statement", release.statement());
        body.set("receipt", release.receipt());
        return body;
    }

    static ObjectNode extended(WindowExtension extension) {
        var body = CanonicalJson.object().put("closesAt", Moments.format(extension.closesAt()));
        var statements = body.putArray("statements");
        extension.signatures().forEach(signature -> statements.add(signature.statement()));
        return body;
    }

    static ObjectNode releaseList(String bidList, ReleaseList list) {
        var body = CanonicalJson.object()
                .put("bidList", bidList)
                .put("opensAt", Moments.format(list.opensAt()))
                .put("closesAt", Moments.format(list.closesAt()));
        var bids = body.putArray("bids");
        for (var line : list.lines()) {
            var json = bids.addObject()
                    .put("bidId", line.bidId())
                    .put("outcome", line.outcome().name())
                    .put("release", line.release());
            json.set("causation", line.causation());
        }
        return body;
    }

    static ObjectNode opened(List<OpenedBid> results) {
        var body = CanonicalJson.object();
        var array = body.putArray("results");
        for (var result : results) {
            var line = array.addObject()
                    .put("bidId", result.bidId())
                    .put("status", result.status().name())
                    .put("finding", result.finding())
                    .put("fileKey", result.fileKey());
            line.set("bid", result.bid());
        }
        return body;
    }

    static ObjectNode objection(Objection objection) {
        var body = CanonicalJson.object();
        body.set("statement", objection.statement());
        body.set("answer", objection.answer());
        return body;
    }

    static ObjectNode record(RecordDraft draft) {
        var body = CanonicalJson.object().put("sm3", draft.sm3());
        var signatures = body.putArray("signatures");
        draft.signatures().forEach(signature -> signatures.add(signature.statement()));
        return body;
    }
}
