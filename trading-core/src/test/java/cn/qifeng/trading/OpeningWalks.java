package cn.qifeng.trading;

import cn.qifeng.kernel.LotId;
import cn.qifeng.testkit.states.StateMachine;
import cn.qifeng.testkit.states.Walk;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.HeldDecision;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.Objection;
import cn.qifeng.trading.opening.domain.Press;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.opening.domain.Release;
import cn.qifeng.trading.opening.domain.ReleaseList;
import cn.qifeng.trading.opening.domain.WindowExtension;
import cn.qifeng.trust.json.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The walk through a bid opening. */
final class OpeningWalks {

    private static final Instant HOUR = Instant.parse("2026-12-22T01:30:00Z");
    private static final Instant LATER = HOUR.plusSeconds(3_600);
    private static final Instant FAR = LATER.plusSeconds(3_600);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String HASH = "ab".repeat(32);

    private OpeningWalks() {}

    static Walk opening() {
        var objection = new Objection(UUID.randomUUID(), "bidder", HOUR, CanonicalJson.object(), null);
        return decided(StateMachine.ofTypes("Bid opening 开标", BidOpening.class)
                        .from(new BidOpening.Scheduled(LotId.random())))
                .given("freeze", list(3, LATER), MINUTE)
                .given("freeze", list(2, LATER), MINUTE)
                .given("freeze", list(3, HOUR), MINUTE)
                .given("written", HASH)
                .given("published", HOUR, MINUTE)
                .given("later", MINUTE)
                .given("freeze", held(), MINUTE)
                .given("decided", LATER)
                .given("name", List.of(), UUID.randomUUID(), LATER)
                .given("name", List.of(), UUID.randomUUID(), HOUR)
                .given("openWindow", List.of(), MINUTE, LATER)
                .given("release", new Release("00", HASH, LATER, CanonicalJson.object(), CanonicalJson.object()))
                .given("release", new Release("00", HASH, FAR, CanonicalJson.object(), CanonicalJson.object()))
                .given("extend", until(LATER.plusSeconds(300)), signature(Capacity.AGENCY), LATER)
                .given("extend", until(LATER.plusSeconds(300)), signature(Capacity.SUPERVISOR), LATER)
                .given("stoodStill", LATER, LATER)
                .given("pause", FAR)
                .given("close", new ReleaseList(HASH, LATER, FAR, List.of()), FAR)
                .given("close", new ReleaseList(HASH, LATER, FAR, List.of()), LATER)
                .given("listed", UUID.randomUUID(), FAR)
                .given("drawn", "0.97", LATER)
                .given("press", new Press("set", "a", 1, LATER, Map.of()))
                .given("reveal", List.of(), HOUR, MINUTE)
                .given("object", objection)
                .given("object", new Objection(UUID.randomUUID(), "late", LATER, CanonicalJson.object(), null))
                .given("with", objection.answered(CanonicalJson.object()))
                .given("drafted", HASH, LATER)
                .given("drafted", HASH, HOUR)
                .given("sign", signature(Capacity.AGENCY))
                .given("sign", signature(Capacity.SUPERVISOR))
                .given("recorded", LATER)
                .walk();
    }

    /** Both sides decide over held bids, alike and otherwise. */
    private static StateMachine<BidOpening> decided(StateMachine<BidOpening> opening) {
        for (boolean admitted : new boolean[] {true, false}) {
            opening.given("decide", decision(admitted), signature(Capacity.PROCURING_ENTITY))
                    .given("decide", decision(admitted), signature(Capacity.SUPERVISOR));
        }
        return opening;
    }

    private static BidList held() {
        var bids = new ArrayList<>(list(2, LATER).bids());
        bids.add(new ListedBid("07", HASH, 1, HASH, "HELD", null));
        return new BidList(HOUR, LATER, bids);
    }

    private static HeldDecision decision(boolean admitted) {
        return new HeldDecision(List.of(new HeldDecision.Line("07", HASH, admitted)), "reason", List.of());
    }

    private static WindowExtension until(Instant closesAt) {
        return new WindowExtension(closesAt, "reason", List.of());
    }

    private static RecordSignature signature(Capacity capacity) {
        return new RecordSignature(capacity, capacity.name(), CanonicalJson.object());
    }

    private static BidList list(int live, Instant frozenAt) {
        var bids = IntStream.range(0, live)
                .mapToObj(i -> new ListedBid("0" + i, HASH, 1, HASH, "LIVE", null))
                .toList();
        return new BidList(HOUR, frozenAt, bids);
    }
}
