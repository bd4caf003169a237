package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.opening.domain.OpenedBid;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The opening hall as anyone may see it (开标大厅). What a phase does not show is absent: before the bid list there is no
 * field that could carry a name or a count.
 *
 * @param state {@code SCHEDULED}, {@code FREEZING}, {@code LISTED}, {@code RELEASING}, {@code RELEASED}, {@code DRAWING}, {@code UNSEALING}, {@code OPENED},
 *     {@code RECORDED} or {@code FAILED}
 * @param next when the next step that the clock brings is due, if it is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpeningView(
        LotId lot,
        TenderId tender,
        String name,
        String lotCode,
        String project,
        String state,
        long version,
        Instant now,
        boolean sandbox,
        String openingMode,
        Instant deadline,
        Instant next,
        int threshold,
        List<TrusteeView> trustees,
        List<KeySetView> keySets,
        SuspensionView suspension,
        ListView bidList,
        HeldView held,
        List<BidderName> names,
        ReleasesView release,
        DrawView draw,
        List<OpenedBid> results,
        Instant openedAt,
        List<ObjectionView> objections,
        Instant objectionsUntil,
        RecordView record,
        FailedView failed,
        List<EventView> events) {

    /** One trustee: whether it has pressed, and when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrusteeView(int x, String name, String side, Instant pressedAt, Instant lostAt) {}

    /**
     * A key set that bids were sealed to, or are.
     *
     * @param from from when on; {@code null} for the published one
     * @param toOpen how many bids its members press for; {@code null} while that is a secret, and once prices are shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeySetView(String set, int threshold, Instant from, Integer toOpen, List<TrusteeView> trustees) {}

    /**
     * The newest suspension of the opening.
     *
     * @param entry content hash of its entry, over which the supervisor decides
     * @param decided whether the supervisor has decided
     * @param by who has signed the decision that waits for another signature; absent without one
     * @param until until when the step waits again, when it goes on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspensionView(
            String cause,
            Instant since,
            Instant at,
            String entry,
            boolean decided,
            String by,
            Instant until,
            String reason) {}

    /** The bid list and the content hash of its entry. */
    record ListView(String hash, BidList list) {}

    /**
     * The bids that are held because their stamp straddles the deadline, before the names are read.
     *
     * @param asked a decision that waits for its second signature
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldView(boolean decided, List<HeldBidView> bids, AskedView asked) {}

    /** One held bid: when its last byte was received, and whether it is admitted once that is decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldBidView(String bidId, String headerHash, int seq, Instant stamp, Long boundMs, Boolean admitted) {}

    /** A decision that one of procuring entity and supervisor has signed: its reason, and the headers it admits. */
    record AskedView(String by, String reason, List<String> admitted) {}

    /**
     * Mode BIDDERS: the release window and what became of each live bid.
     *
     * @param paused whether the closing waits for host and supervisor
     * @param asked an extension that waits for its second signature
     * @param hash content hash of the release list's entry, once the window is closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReleasesView(
            Instant opensAt,
            Instant closesAt,
            boolean paused,
            ExtensionView asked,
            String hash,
            List<ReleaseLineView> bids) {}

    /** A longer window that one of host and supervisor asked for. */
    record ExtensionView(Instant closesAt, String reason, String by) {}

    /** One live bid: when it was released, or what its not being released came to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReleaseLineView(String bidId, Instant releasedAt, String outcome, String cause) {}

    /** The draw of the coefficient; {@code k} once it is drawn. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DrawView(UUID id, List<String> pool, String k, Instant drawnAt) {}

    /** One objection; {@code answer} once it was answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectionView(UUID id, String bidder, Instant at, String text, String answer) {}

    /** The opening record: the PDF by its SM3, who has signed, and since when it stands in the chain. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordView(String sm3, List<SignatureView> signatures, Instant recordedAt) {}

    /** One signature. */
    record SignatureView(String capacity, String name) {}

    /** A lot that failed, or that the supervisor ended while it was suspended: nothing but the count. */
    record FailedView(int count, Instant decidedAt, boolean suspended) {}

    /** One entry of the chain that belongs to the opening. */
    record EventView(long n, String type, String at, ObjectNode body) {}
}
