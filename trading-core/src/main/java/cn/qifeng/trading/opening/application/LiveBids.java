package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.HeldDecision;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidRelease;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The envelopes that stand on a bid list as live (清单内有效投标), exactly those. */
@ApplicationScoped
class LiveBids {

    private final FrozenBids frozen;
    private final KeepSecurityEvents events;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    LiveBids(FrozenBids frozen, KeepSecurityEvents events) {
        this.frozen = frozen;
        this.events = events;
    }

    /** In the order of the list; refuses with {@link OpeningRefusal#STORED_BID_DIFFERS} when the rows differ from it. */
    List<Sealing> of(LotId lot, Checkpoint checkpoint) {
        return of(lot, checkpoint.list(), checkpoint.held());
    }

    /** The same of a list that is not a checkpoint yet, behind this decision over its held bids, or {@code null}. */
    List<Sealing> of(LotId lot, BidList list, HeldDecision held) {
        Map<String, Sealing> stored = frozen.of(lot).stream()
                .filter(bid -> bid.state() == Bid.State.LIVE || bid.state() == Bid.State.HELD)
                .collect(Collectors.toMap(LiveBids::key, Bid::sealing));
        Map<ListedBid, Sealing> listed = new LinkedHashMap<>();
        list.bids().stream()
                .filter(line -> line.live() || line.held() || line.lost())
                .forEach(line -> listed.put(line, asListed(lot, line, stored.remove(line.bidId() + " " + line.seq()))));
        stored.values().forEach(other -> {
            throw differs(lot, other.bidId(), "a live bid that is not on the list");
        });
        return list.live(held).stream().map(listed::get).toList();
    }

    private static String key(Bid bid) {
        return bid.sealing().bidId() + " " + bid.sealing().seq();
    }

    private Sealing asListed(LotId lot, ListedBid line, Sealing sealing) {
        if (sealing == null) {
            throw differs(lot, line.bidId(), "no live bid");
        }
        var header = Sm3.hex(sealing.header());
        if (!header.equals(line.headerHash()) || !sealing.receipt().hash().equals(line.receiptHash())) {
            throw differs(lot, line.bidId(), "header " + header);
        }
        return sealing;
    }

    /** Stops the opening over a bid that is not as it was sealed, and tells the administrators of security once. */
    Refused differs(LotId lot, String bidId, String seen) {
        if (told.add(lot + " " + bidId + " " + seen)) {
            var event = SecurityEvent.of(SecurityEventKind.LOG_DIFFERS, Instant.now())
                    .saying("lot=" + lot + " bid=" + bidId + " seen=" + seen);
            QuarkusTransaction.requiringNew().run(() -> events.told(event));
        }
        var facts = new TreeMap<String, Object>(
                Facts.field("bid", seen, "as the bid list says").map());
        facts.put("bidId", bidId);
        return OpeningRefusal.STORED_BID_DIFFERS.with(facts);
    }

    /** The ones that are opened: all, in mode BIDDERS the released ones. */
    List<Sealing> toOpen(LotId lot, Checkpoint checkpoint) {
        var opened = checkpoint.toOpen().stream().map(ListedBid::bidId).collect(Collectors.toSet());
        return of(lot, checkpoint).stream()
                .filter(sealing -> opened.contains(sealing.bidId()))
                .toList();
    }

    /** Headers of those to open by bid id, with the wraps for the trustees. */
    Map<String, BidHeader> headers(LotId lot, Checkpoint checkpoint) {
        return toOpen(lot, checkpoint).stream()
                .collect(Collectors.toMap(Sealing::bidId, sealing -> header(checkpoint, sealing)));
    }

    /** The header with the wraps for the trustees: its own, in mode BIDDERS those that the bidder released. */
    static BidHeader header(Checkpoint checkpoint, Sealing sealing) {
        var header = BidHeader.decode(sealing.header());
        if (checkpoint.releases() == null) {
            return header;
        }
        var statement = checkpoint.releases().line(sealing.bidId()).statement();
        return header.released(BidRelease.from(statement.get("doc")).wraps());
    }
}
