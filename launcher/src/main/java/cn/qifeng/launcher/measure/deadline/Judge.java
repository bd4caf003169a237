package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.cli.proof.Receipt;
import cn.qifeng.launcher.measure.History;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the answers to shots against what their sender knows of time, and against the bid list. */
final class Judge {

    private static final String LATE = "bidding/late";

    private final TrustFile trust;
    private final Instant deadline;
    private final long deadlineNanos;
    private final History history;
    private final Map<String, String> receipts = new HashMap<>();

    int accepted;
    int held;
    int refused;
    int unanswered;
    int wrong;

    Judge(TrustFile trust, Instant deadline, long deadlineNanos, History history) {
        this.trust = trust;
        this.deadline = deadline;
        this.deadlineNanos = deadlineNanos;
        this.history = history;
    }

    /** Legal time of a moment of this process. */
    private Instant legal(long nanos) {
        return deadline.plusNanos(nanos - deadlineNanos);
    }

    /** Judges one shot; repetitions count as wrong when they are, and else not at all. */
    void judge(Shot shot) {
        if (!shot.decided()) {
            unanswered++;
            history.note("unanswered", "who", who(shot), "status", shot.status);
        } else if (shot.accepted()) {
            accepted(shot);
        } else {
            refused(shot);
        }
    }

    private void accepted(Shot shot) {
        var receipt = Receipt.verify(CanonicalJson.read(shot.answer.getBytes(StandardCharsets.UTF_8)), trust);
        var bid = shot.ready.bid();
        long boundMs = receipt.doc().path("boundMs").asLong();
        boolean onTime = receipt.text("verdict").equals("ON_TIME");
        accepted += shot.original == null ? 1 : 0;
        held += shot.original == null && !onTime ? 1 : 0;
        note("receipt", shot, receipt.stamp(), boundMs);
        if (!receipt.text("headerHash").equals(bid.headerHash())) {
            wrong("a receipt for another envelope", shot);
        }
        var former = receipts.put(bid.headerHash(), receipt.hash());
        if (former != null && !former.equals(receipt.hash())) {
            wrong("two receipts for one request", shot);
        }
        if (onTime && legal(shot.sentNanos).isAfter(deadline.plusMillis(boundMs)) && former == null) {
            wrong("accepted though its last byte left at " + legal(shot.sentNanos), shot);
        }
    }

    private void refused(Shot shot) {
        var problem = CanonicalJson.read(shot.answer.getBytes(StandardCharsets.UTF_8));
        var signed = Statement.from(
                CanonicalJson.read(problem.path("refusal").asText().getBytes(StandardCharsets.UTF_8)));
        signed.verify();
        var doc = Fields.of(signed.doc()).type("seal-refusal");
        var stamp = doc.moment("stamp");
        long boundMs = doc.integer("boundMs", 0, Integer.MAX_VALUE);
        refused += shot.original == null ? 1 : 0;
        note("refusal", shot, stamp, boundMs);
        if (!stamp.isAfter(deadline) || !doc.text("code").equals(LATE)) {
            wrong("refused with " + doc.text("code") + " though read at " + stamp, shot);
        } else if (legal(shot.answeredNanos).isBefore(deadline)) {
            wrong("refused as late and answered before the deadline", shot);
        } else if (stamp.isAfter(legal(shot.answeredNanos).plusMillis(boundMs))) {
            wrong("stamped at " + stamp + ", after it was answered", shot);
        }
    }

    private void note(String act, Shot shot, Instant stamp, long boundMs) {
        history.note(
                act,
                "who",
                who(shot),
                "node",
                shot.node,
                "sentMs",
                millis(legal(shot.sentNanos)),
                "stampMs",
                millis(stamp),
                "boundMs",
                boundMs,
                "answeredMs",
                millis(legal(shot.answeredNanos)));
    }

    /** Milliseconds after the deadline. */
    private long millis(Instant moment) {
        return Duration.between(deadline, moment).toMillis();
    }

    private static String who(Shot shot) {
        return shot.ready.client().company().uscc();
    }

    private void wrong(String why, Shot shot) {
        wrong++;
        history.note("wrong", "why", why, "who", who(shot), "node", shot.node);
    }

    /** The bid list has exactly the envelopes with receipts, and {@code before}, whose header hashes came earlier. */
    void judgeList(JsonNode list, List<String> before) {
        Set<String> expected = new HashSet<>(receipts.keySet());
        expected.addAll(before);
        for (JsonNode line : list) {
            var hash = line.path("headerHash").asText();
            var receipt = receipts.get(hash);
            if (!expected.remove(hash)
                    || receipt != null
                            && !receipt.equals(line.path("receiptHash").asText())) {
                wrong++;
                history.note("wrong", "why", "listed and never acknowledged", "line", line);
            }
        }
        for (String hash : expected) {
            wrong++;
            history.note("wrong", "why", "acknowledged and not listed", "headerHash", hash);
        }
    }
}
