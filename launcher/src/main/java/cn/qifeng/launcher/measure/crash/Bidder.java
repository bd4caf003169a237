package cn.qifeng.launcher.measure.crash;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.launcher.measure.bidder.SmallBid;
import cn.qifeng.launcher.measure.crash.Ledger.Act;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.UUID;

/** One bidder in one lot: seals, replaces and withdraws at random, and applies for a bond, while processes die. */
final class Bidder {

    private static final long PRICE_FEN = 1_000_000_000L;
    private static final int WITHDRAW_PERCENT = 25;

    private final StagedTender tender;
    private final BidderClient client;
    private final Ledger ledger;
    private final Tally tally;
    private final Random random;
    private boolean bondAcknowledged;
    private boolean bondSent;

    Bidder(StagedTender tender, BidderClient client, Tally tally, long seed) {
        this.tender = tender;
        this.client = client;
        this.tally = tally;
        this.random = new Random(seed);
        this.ledger = new Ledger(client.company().name(), tender.trust(), tally);
    }

    Ledger ledger() {
        return ledger;
    }

    /** One more act; nothing while the last one is in doubt. What dies before the act was sent is no act. */
    void act() {
        try {
            if (!bondSent) {
                applyForBond();
            } else if (ledger.doubtful() == null) {
                send(next());
            }
        } catch (ApiFailed unsent) {
            pause();
        }
    }

    private Act next() {
        var standing = ledger.standing();
        if (standing != null && random.nextInt(100) < WITHDRAW_PERCENT) {
            return withdrawal(standing);
        }
        return seal();
    }

    private Act seal() {
        var bid = SmallBid.seal(
                tender.publication(), client.company().key(), ledger.last(), PRICE_FEN + random.nextInt(100_000_000));
        var ticket = client.upload(tender.lot(), bid);
        return new Act.Seal(bid, BidderClient.seal(tender.lot(), bid, ticket), UUID.randomUUID());
    }

    private Act withdrawal(SmallBid standing) {
        var doc = StagedTender.doc("bid-withdrawal")
                .put("tender", tender.tender())
                .put("lot", tender.lot())
                .put("bidId", standing.bidId())
                .put("headerHash", standing.headerHash())
                .put("seq", standing.seq());
        return new Act.Withdrawal(standing, tender.sign(client.company().key(), doc));
    }

    private void send(Act act) {
        try {
            ledger.acknowledge(act, answer(act));
        } catch (ApiFailed failed) {
            if (failed.passing()) {
                ledger.doubt(act);
            } else {
                ledger.refuse(act, failed.getMessage());
            }
        }
    }

    private JsonNode answer(Act act) {
        if (act instanceof Act.Seal seal) {
            return client.call(it -> it.post("/api/core/seals", seal.body(), seal.key()));
        }
        return client.call(it -> it.post("/api/core/withdrawals", ((Act.Withdrawal) act).statement()));
    }

    private void applyForBond() {
        bondSent = true;
        try {
            var body = CanonicalJson.object().put("lotId", tender.lot()).put("form", "GUARANTEE_COMPANY");
            client.call(it -> it.post("/api/bond/applications", body));
            bondAcknowledged = true;
            tally.acknowledged("bond", client.company().name(), 0, tender.lot());
        } catch (ApiFailed failed) {
            tally.inDoubt("bond", client.company().name(), 0, tender.lot());
        }
    }

    /** Compares everything that trading-core shows; then sends again what is still in doubt, the same bytes. */
    void check() {
        ledger.check(client.own(tender.lot()));
        if (ledger.doubtful() != null) {
            send(ledger.doubtful());
            ledger.check(client.own(tender.lot()));
        }
    }

    /** Seals unless a bid stands; the drill's lots are to be opened. */
    void settle() {
        if (ledger.standing() == null) {
            send(seal());
        }
    }

    /** Compares the bonds: one for each application that was acknowledged, none twice. */
    void checkBonds() {
        int count = 0;
        for (JsonNode bond : client.call(it -> it.get("/api/bond/bonds/mine"))) {
            count += bond.path("lotId").asText().equals(tender.lot()) ? 1 : 0;
        }
        if (count == 0 && bondAcknowledged) {
            tally.lost(client.company().name() + "'s application for a bond");
        }
        if (count > 1 || count == 1 && !bondSent) {
            tally.phantom(client.company().name() + " has " + count + " bonds for one application");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
