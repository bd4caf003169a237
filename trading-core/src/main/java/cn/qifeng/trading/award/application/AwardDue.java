package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the clock alone brings about in an award: ends of publicity, and of the time for ballots. */
@ApplicationScoped
class AwardDue implements DueAct {

    private final Awards awards;
    private final CountBallots countBallots;
    private final Progress progress;
    private final Duration revealTime;

    AwardDue(
            Awards awards,
            CountBallots countBallots,
            Progress progress,
            @ConfigProperty(name = "qifeng.award.reveal-time", defaultValue = "PT24H") Duration revealTime) {
        this.awards = awards;
        this.countBallots = countBallots;
        this.progress = progress;
        this.revealTime = revealTime;
    }

    @Override
    public void runIfDue(Instant now) {
        for (var lot : QuarkusTransaction.requiringNew().call(() -> awards.due(now))) {
            QuarkusTransaction.requiringNew().run(() -> run(lot, now));
        }
    }

    private void run(LotId lot, Instant now) {
        var award = awards.locked(lot).orElseThrow();
        if (award instanceof Award.FinalistsPublicity publicity
                && publicity.publicity().over(now)) {
            awards.save(publicity.end(now, false));
            progress.move(lot, Stage.AWARDING);
        } else if (award instanceof Award.Balloting balloting && balloting.closable(now)) {
            awards.save(balloting.close(now, now.plus(revealTime)));
        } else if (award instanceof Award.Revealing revealing && !now.isBefore(revealing.deadline())) {
            countBallots.count(revealing);
        } else if (award instanceof Award.Decided decided && decided.publicity().over(now)) {
            awards.save(decided.end(now));
        }
    }
}
