package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trading.tender.domain.Tenders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Moves a lot to its next stage (阶段流转) for the capability whose act it is; that one writes the entry. */
@ApplicationScoped
public class Progress {

    private final Tenders tenders;

    Progress(Tenders tenders) {
        this.tenders = tenders;
    }

    /**
     * Moves {@code lot} on, in the caller's transaction. Refuses with {@link TenderRefusal#WRONG_STAGE} what the table
     * of {@link Stage} does not allow, so that of two callers only one gets through.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(LotId lot, Stage next) {
        var tender = of(lot);
        tender.advance(next);
        tenders.save(tender);
    }

    /** Moves the bid deadline of {@code lot} to a later moment, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveDeadline(LotId lot, Instant later) {
        var tender = of(lot);
        tender.moveDeadline(later);
        tenders.save(tender);
    }

    private Tender of(LotId lot) {
        return tenders.ofLot(lot)
                .orElseThrow(() -> new Refused(TenderRefusal.NO_SUCH_LOT, Facts.field("lot", lot, "a published lot")));
    }
}
