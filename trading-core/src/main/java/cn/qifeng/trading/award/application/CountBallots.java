package cn.qifeng.trading.award.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.Round;
import cn.qifeng.trading.bond.application.ReleaseBonds;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts a round (计票): a winner, another round, or no majority at the end. */
@ApplicationScoped
class CountBallots {

    private final Awards awards;
    private final PublishFinalists publishFinalists;
    private final Progress progress;
    private final Evidence evidence;
    private final ReleaseBonds releaseBonds;
    private final LegalClock clock;
    private final Duration ballotTime;

    CountBallots(
            Awards awards,
            PublishFinalists publishFinalists,
            Progress progress,
            Evidence evidence,
            ReleaseBonds releaseBonds,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.award.ballot-time", defaultValue = "PT24H") Duration ballotTime) {
        this.awards = awards;
        this.publishFinalists = publishFinalists;
        this.progress = progress;
        this.evidence = evidence;
        this.releaseBonds = releaseBonds;
        this.clock = clock;
        this.ballotTime = ballotTime;
    }

    /** Counts in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Award count(Award.Revealing revealing) {
        var file = revealing.file();
        var now = clock.now();
        var next = revealing.count(
                now,
                now.plus(ballotTime),
                publishFinalists.publicity(file.setting().publicityDays()));
        awards.save(next);
        if (next instanceof Award.Decided decided) {
            progress.move(file.lot(), Stage.AWARD_PUBLICITY);
            var body = body(decided.rounds()).put("winner", decided.winner().hex());
            body.set("publicity", PublishFinalists.json(decided.publicity()));
            evidence.record(file.tender(), "award/decided", body);
        } else if (next instanceof Award.Undecided undecided) {
            progress.move(file.lot(), Stage.FAILED);
            evidence.record(
                    file.tender(),
                    "award/decided",
                    body(undecided.rounds()).putNull("winner").putNull("publicity"));
            releaseBonds.release(file.lot(), file.tender(), ReleaseBonds.Reason.LOT_FAILED);
        }
        return next;
    }

    private static ObjectNode body(List<Round> rounds) {
        var body = CanonicalJson.object();
        var array = body.putArray("rounds");
        for (var round : rounds) {
            var votes = array.addObject().put("n", round.n()).putArray("votes");
            round.tally()
                    .forEach((bid, count) ->
                            votes.addObject().put("bidId", bid.hex()).put("count", count));
        }
        return body;
    }
}
