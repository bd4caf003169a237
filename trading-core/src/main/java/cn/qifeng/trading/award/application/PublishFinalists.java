package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.Publicity;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The report was read (报告审查): the finalists become public, and the days of publicity begin (实施条例 §54). */
@ApplicationScoped
public class PublishFinalists {

    private final Awards awards;
    private final Lots lots;
    private final Progress progress;
    private final Evidence evidence;
    private final LegalClock clock;
    private final DeadlineCalculator calculator = new DeadlineCalculator(WorkingCalendar.shipped());

    PublishFinalists(Awards awards, Lots lots, Progress progress, Evidence evidence, LegalClock clock) {
        this.awards = awards;
        this.lots = lots;
        this.progress = progress;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Publishes; only procuring entity and agency of the lot may. */
    @Transactional
    public Award publish(LotId lot, PartyId reviewer) {
        var published = lots.of(lot);
        if (!reviewer.equals(published.procuringEntity().id())
                && !reviewer.equals(published.agency().id())) {
            throw AwardRefusal.NOT_PROCURING_ENTITY.refused();
        }
        if (!(awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused) instanceof Award.Reviewing reviewing)) {
            throw new Refused(AwardRefusal.WRONG_PHASE, Facts.field("phase", "-", "REVIEWING"));
        }
        var file = reviewing.file();
        var next = reviewing.publish(publicity(file.setting().publicityDays()));
        awards.save(next);
        progress.move(lot, Stage.CANDIDATE_PUBLICITY);
        var body = CanonicalJson.object();
        var finalists = body.putArray("finalists");
        file.choices().forEach(bid -> finalists.add(bid.hex()));
        body.set("publicity", json(next.publicity()));
        evidence.record(file.tender(), "award/finalists", body);
        return next;
    }

    /** A publicity that begins now. */
    Publicity publicity(int days) {
        return Publicity.of(clock.now(), days, calculator);
    }

    /** A publicity as entries carry it. */
    static ObjectNode json(Publicity publicity) {
        return CanonicalJson.object()
                .put("from", Moments.format(publicity.from()))
                .put("to", Moments.format(publicity.to()));
    }
}
