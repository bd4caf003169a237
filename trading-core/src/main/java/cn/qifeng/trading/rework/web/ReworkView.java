package cn.qifeng.trading.rework.web;

import cn.qifeng.trading.award.application.ReopenAward.Scored;
import cn.qifeng.trading.rework.application.ReadReworks;
import cn.qifeng.trading.rework.domain.Rework;
import cn.qifeng.trading.rework.domain.ReworkGround;
import cn.qifeng.trading.rework.domain.ReworkPlace;
import cn.qifeng.trading.tender.domain.Criterion;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The re-reviews of a lot, and what can be asked: the report in question, the bids, the items and the lawful grounds. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReworkView(
        String name,
        String report,
        List<Scored> bids,
        List<Criterion> items,
        List<Ground> grounds,
        List<Line> reworks) {

    /** A ground and where it stands. */
    record Ground(String ground, String law) {}

    /** One request. */
    record Line(
            int number,
            String report,
            String ground,
            String law,
            List<ReworkPlace> places,
            String reason,
            String evidence,
            Instant askedAt,
            String state,
            String decision,
            Instant decidedAt) {

        static Line of(Rework it) {
            return new Line(
                    it.number(),
                    it.report(),
                    it.ground().name(),
                    it.ground().law(),
                    it.places(),
                    it.reason(),
                    it.evidence(),
                    it.askedAt(),
                    it.state().name(),
                    it.decision(),
                    it.decidedAt());
        }
    }

    static ReworkView of(ReadReworks.Standing standing) {
        return new ReworkView(
                standing.name(),
                standing.report().orElse(null),
                standing.bids(),
                standing.items(),
                Arrays.stream(ReworkGround.values())
                        .map(it -> new Ground(it.name(), it.law()))
                        .toList(),
                standing.reworks().stream().map(Line::of).toList());
    }
}
