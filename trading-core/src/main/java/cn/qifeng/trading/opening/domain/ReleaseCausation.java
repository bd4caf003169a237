package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * Why a live bid was not released (原因认定, 电子招标投标办法 §31), computed from what the platform recorded in the window
 * and never chosen by anybody. The bidder is the cause only when the platform gave its signs of life all the time and
 * broke on none of this bidder's attempts.
 *
 * @param outages times without a sign of life, by the machine clock
 * @param attempts this bidder's attempts that were not taken
 */
public record ReleaseCausation(
        String bidId,
        String headerHash,
        Instant opensAt,
        Instant closesAt,
        List<Outage> outages,
        List<ReleaseAttempt> attempts) {

    /** Whose cause it is (责任方). */
    public enum Cause {
        /** The bidder (投标人原因). */
        BIDDER,
        /** The platform (投标人以外原因). */
        PLATFORM
    }

    public ReleaseCausation {
        outages = List.copyOf(outages);
        attempts = List.copyOf(attempts);
    }

    /** Whose cause it is. */
    public Cause cause() {
        boolean platform = !outages.isEmpty() || attempts.stream().anyMatch(ReleaseAttempt::byPlatform);
        return platform ? Cause.PLATFORM : Cause.BIDDER;
    }

    /** {@code service-outage}, {@code platform-error}, the code of the bidder's last refused attempt, or {@code bidder-absent}. */
    public String code() {
        if (!outages.isEmpty()) {
            return "service-outage";
        }
        if (cause() == Cause.PLATFORM) {
            return ReleaseAttempt.PLATFORM_ERROR;
        }
        return attempts.isEmpty()
                ? "bidder-absent"
                : attempts.get(attempts.size() - 1).code();
    }

    /** The legal effect. */
    public ReleaseOutcome outcome() {
        return cause() == Cause.PLATFORM ? ReleaseOutcome.DEEMED_WITHDRAWN : ReleaseOutcome.REVOKED;
    }

    /** The report that the platform signs (原因认定书). */
    public ObjectNode toDoc(TenderId tender, LotId lot) {
        var doc = CanonicalJson.object()
                .put("type", "release-causation")
                .put("v", 1)
                .put("tender", tender.toString())
                .put("lot", lot.toString())
                .put("bidId", bidId)
                .put("headerHash", headerHash)
                .put("opensAt", Moments.format(opensAt))
                .put("closesAt", Moments.format(closesAt))
                .put("cause", cause().name())
                .put("code", code())
                .put("outcome", outcome().name())
                .put("claim", outcome() == ReleaseOutcome.DEEMED_WITHDRAWN);
        var gaps = doc.putArray("outages");
        outages.forEach(outage -> gaps.addObject()
                .put("from", Moments.format(outage.from()))
                .put("until", Moments.format(outage.until())));
        var tried = doc.putArray("attempts");
        attempts.forEach(attempt ->
                tried.addObject().put("at", Moments.format(attempt.at())).put("code", attempt.code()));
        return doc;
    }
}
