package cn.qifeng.trading.rework.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.trading.award.application.ReopenAward;
import cn.qifeng.trading.award.application.ReopenAward.Scored;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.rework.domain.Rework;
import cn.qifeng.trading.rework.domain.Reworks;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.Criterion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Tells procuring entity, agency and supervisor what was asked and decided, and what can be asked (复评查询). */
@ApplicationScoped
public class ReadReworks {

    private final ReopenAward awards;
    private final Reworks reworks;
    private final Lots lots;

    ReadReworks(ReopenAward awards, Reworks reworks, Lots lots) {
        this.awards = awards;
        this.reworks = reworks;
        this.lots = lots;
    }

    /**
     * How it stands.
     *
     * @param name of the lot
     * @param report SM3 of the report that can be questioned now, or empty
     */
    public record Standing(
            String name, Optional<String> report, List<Scored> bids, List<Criterion> items, List<Rework> reworks) {}

    /** The re-reviews of a lot; {@code host} is whose lot it must be, empty for a supervisor. */
    @Transactional
    public Standing of(LotId id, Optional<PartyId> host) {
        var lot = lots.of(id);
        boolean own = host.filter(it -> !it.equals(lot.procuringEntity().id())
                        && !it.equals(lot.agency().id()))
                .isEmpty();
        if (!own) {
            throw AwardRefusal.NOT_PROCURING_ENTITY.refused();
        }
        return new Standing(
                lot.name(),
                awards.standing(id).map(it -> it.reportSm3()),
                awards.scored(lot.tender()),
                lot.criteria(),
                reworks.of(id));
    }
}
