package cn.qifeng.launcher.measure.crash;

import cn.qifeng.cli.proof.Receipt;
import cn.qifeng.launcher.measure.bidder.SmallBid;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one bidder sent in one lot, and what of it was acknowledged; at most the last act is in doubt. */
final class Ledger {

    private static final String LIVE = "LIVE";
    private static final String REPLACED = "REPLACED";
    private static final String WITHDRAWN = "WITHDRAWN";

    /** Something sent: the same bytes however often it is sent. */
    sealed interface Act {

        /** The envelope that it is about. */
        SmallBid bid();

        /** A seal, which replaces what stands. */
        record Seal(SmallBid bid, ObjectNode body, UUID key) implements Act {}

        /** A withdrawal of what stands. */
        record Withdrawal(SmallBid bid, ObjectNode statement) implements Act {}

        /** Its name in the history. */
        default String name() {
            return this instanceof Seal ? "seal" : "withdrawal";
        }
    }

    /** One envelope whose seal was acknowledged. */
    private static final class Line {
        private final SmallBid bid;
        private final String receipt;
        private String state = LIVE;
        private String withdrawal;

        private Line(SmallBid bid, String receipt) {
            this.bid = bid;
            this.receipt = receipt;
        }
    }

    private final String who;
    private final Tally tally;
    private final TrustFile trust;
    private final List<Line> lines = new ArrayList<>();
    private Act doubtful;

    Ledger(String who, TrustFile trust, Tally tally) {
        this.who = who;
        this.trust = trust;
        this.tally = tally;
    }

    /** The envelope that stands, or {@code null}. */
    SmallBid standing() {
        var live = live();
        return live == null ? null : live.bid;
    }

    private Line live() {
        return lines.stream()
                .filter(line -> line.state.equals(LIVE))
                .findFirst()
                .orElse(null);
    }

    /** The last envelope, standing or not; the next one follows it. */
    SmallBid last() {
        return lines.isEmpty() ? null : lines.get(lines.size() - 1).bid;
    }

    /** The act whose answer did not come, or {@code null}. */
    Act doubtful() {
        return doubtful;
    }

    /** The answer to {@code act} was this receipt, which is verified. */
    void acknowledge(Act act, JsonNode answer) {
        var receipt = Receipt.verify(answer, trust);
        if (act instanceof Act.Seal) {
            receipt.requireFor(
                    receipt.text("lot"),
                    act.bid().bidId(),
                    act.bid().headerHash(),
                    act.bid().seq());
        }
        apply(act, receipt.hash());
        tally.acknowledged(act.name(), who, act.bid().seq(), receipt.hash());
    }

    /** No answer to {@code act} came. */
    void doubt(Act act) {
        doubtful = act;
        tally.inDoubt(act.name(), who, act.bid().seq(), act.bid().headerHash());
    }

    /** {@code act} was turned down. */
    void refuse(Act act, String why) {
        doubtful = null;
        tally.refused(act.name(), who, act.bid().seq(), why);
    }

    private void apply(Act act, String receipt) {
        doubtful = null;
        var live = live();
        if (act instanceof Act.Seal) {
            if (live != null) {
                live.state = REPLACED;
            }
            lines.add(new Line(act.bid(), receipt));
        } else if (live != null) {
            live.state = WITHDRAWN;
            live.withdrawal = receipt;
        }
    }

    /** Holds what the platform shows this bidder against the ledger; what it shows of an act in doubt counts from now on. */
    void check(JsonNode shown) {
        Map<String, JsonNode> byHash = new HashMap<>();
        for (JsonNode bid : shown) {
            if (byHash.put(bid.path("headerHash").asText(), bid) != null) {
                tally.phantom(who + " has an envelope twice: " + bid.path("headerHash"));
            }
        }
        adopt(byHash);
        for (var line : lines) {
            check(line, byHash.remove(line.bid.headerHash()));
        }
        byHash.keySet().forEach(hash -> tally.phantom(who + " never had the envelope " + hash + " acknowledged"));
    }

    private void adopt(Map<String, JsonNode> byHash) {
        if (doubtful == null) {
            return;
        }
        var act = doubtful;
        var shown = byHash.get(act.bid().headerHash());
        if (shown != null && act instanceof Act.Seal) {
            apply(act, Receipt.verify(shown.path("receipt"), trust).hash());
            tally.seen("seal", who, act.bid().seq(), act.bid().headerHash());
        } else if (shown != null && shown.path("state").asText().equals(WITHDRAWN)) {
            apply(act, Receipt.verify(shown.path("withdrawal"), trust).hash());
            tally.seen("withdrawal", who, act.bid().seq(), act.bid().headerHash());
        }
    }

    private void check(Line line, JsonNode shown) {
        var name = who + "'s envelope " + line.bid.seq();
        if (shown == null) {
            tally.lost(name);
            return;
        }
        if (!Receipt.verify(shown.path("receipt"), trust).hash().equals(line.receipt)) {
            tally.lost("the receipt of " + name);
        }
        var state = shown.path("state").asText();
        if (line.state.equals(state)) {
            boolean kept = line.withdrawal == null
                    || Receipt.verify(shown.path("withdrawal"), trust).hash().equals(line.withdrawal);
            if (!kept) {
                tally.lost("the receipt of the withdrawal of " + name);
            }
        } else if (line.state.equals(REPLACED) && state.equals(LIVE)) {
            tally.phantom(name + " counts again although it was replaced");
        } else {
            tally.lost(name + " is " + state + " and should be " + line.state);
        }
    }

    /** Holds the bid list's lines, by header hash, against the ledger, and removes those that are this bidder's. */
    void checkList(Map<String, JsonNode> listed) {
        for (var line : lines) {
            var name = who + "'s envelope " + line.bid.seq();
            var shown = listed.remove(line.bid.headerHash());
            if (shown == null) {
                tally.lost(name + " is not in the bid list");
            } else if (!shown.path("receiptHash").asText().equals(line.receipt)
                    || !shown.path("state").asText().equals(line.state)) {
                tally.lost(name + " is in the bid list as " + shown + " and should be " + line.state + " with receipt "
                        + line.receipt);
            }
        }
    }

    /** Holds the prices that were opened, by bid id, against the ledger, and removes this bidder's. */
    void checkOpened(Map<String, JsonNode> opened) {
        var live = live();
        if (live == null) {
            return;
        }
        var shown = opened.remove(live.bid.bidId());
        if (shown == null) {
            tally.lost(who + "'s live bid was not opened");
        } else if (shown.path("bid").path("priceFen").asLong() != live.bid.priceFen()) {
            tally.lost(who + "'s price was opened as " + shown.path("bid") + " and was " + live.bid.priceFen());
        }
    }
}
