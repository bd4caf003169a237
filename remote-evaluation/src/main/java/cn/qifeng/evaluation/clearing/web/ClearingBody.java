package cn.qifeng.evaluation.clearing.web;

import cn.qifeng.evaluation.clearing.application.ClearingView;
import cn.qifeng.evaluation.clearing.domain.ClearedBid;
import cn.qifeng.evaluation.clearing.domain.ClearingRun;
import cn.qifeng.evaluation.clearing.domain.FindingKind;
import cn.qifeng.evaluation.clearing.domain.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A clearing on the wire; {@code NONE} while nobody has asked for it. */
record ClearingBody(
        String state,
        String lotName,
        String startedBy,
        String startedAt,
        int bidsDone,
        int bidsTotal,
        long rowsDone,
        long rowsTotal,
        String failure,
        Limits thresholds,
        List<Kind> kinds,
        List<Bid> bids) {

    static ClearingBody of(ClearingView view) {
        var run = view.run().orElse(null);
        return new ClearingBody(
                run == null ? "NONE" : run.state().name(),
                view.lotName(),
                run == null ? null : run.startedBy(),
                run == null ? null : run.startedAt().toString(),
                run == null ? 0 : run.bidsDone(),
                view.bids().size(),
                run == null ? 0 : run.rowsDone(),
                run == null ? 0 : (long) run.items() * run.bids(),
                view.run().flatMap(ClearingRun::failure).orElse(null),
                run == null ? null : Limits.of(run.thresholds()),
                Arrays.stream(FindingKind.values()).map(Kind::of).toList(),
                view.bids().stream().map(Bid::of).toList());
    }

    /** The thresholds of this clearing; decimals as text. */
    record Limits(
            String deviationPercent, String unbalancedPercent, String weightPercent, int bidsMin, String roundingYuan) {

        static Limits of(Thresholds thresholds) {
            return new Limits(
                    thresholds.deviationPercent().toPlainString(),
                    thresholds.unbalancedPercent().toPlainString(),
                    thresholds.weightPercent().toPlainString(),
                    thresholds.bidsMin(),
                    thresholds.roundingYuan().toPlainString());
        }
    }

    /** A kind of finding with its source. */
    record Kind(String kind, String group, String severity, String source) {

        static Kind of(FindingKind kind) {
            return new Kind(kind.name(), kind.group().name(), kind.severity().name(), kind.source());
        }
    }

    /** A bid, whether its bill was read, and what was counted. */
    record Bid(
            String bid,
            String name,
            Long priceFen,
            boolean read,
            String refusal,
            Map<String, String> facts,
            int rows,
            Map<String, Integer> counts) {

        static Bid of(ClearingView.Bid bid) {
            var shown = bid.bid();
            var cleared = bid.cleared();
            var counts = new TreeMap<String, Integer>();
            cleared.ifPresent(it -> it.counts().forEach((kind, count) -> counts.put(kind.name(), count)));
            return new Bid(
                    shown.label(),
                    shown.name(),
                    shown.priceFen(),
                    cleared.isPresent(),
                    cleared.flatMap(ClearedBid::refusal).orElse(null),
                    cleared.map(ClearedBid::facts).orElse(Map.of()),
                    cleared.map(ClearedBid::rows).orElse(0),
                    counts);
        }
    }
}
