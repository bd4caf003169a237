package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.PrepareLot;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.Openings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Sets up the opening of a lot that was just published (预定开标), and the key of its rows. */
@ApplicationScoped
public class ScheduleOpening {

    private final Openings openings;
    private final PrepareLot prepareLot;

    ScheduleOpening(Openings openings, PrepareLot prepareLot) {
        this.openings = openings;
        this.prepareLot = prepareLot;
    }

    /** Nothing when the opening exists. */
    @Transactional
    public void ifMissing(LotId lot) {
        if (openings.of(lot).isEmpty()) {
            prepareLot.prepare(lot);
            openings.add(new Scheduled(lot));
        }
    }
}
