package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.LowPriceRules.WarningLine;
import cn.qifeng.evaluation.clarification.domain.LowPriceTrigger;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceBid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Shows the panel which prices are low enough to ask about (低价预警); it asks, or does not, and nothing is rejected. */
@ApplicationScoped
public class OfferInquiries {

    private final RunningSessions running;
    private final ClarificationSettings settings;

    OfferInquiries(RunningSessions running, ClarificationSettings settings) {
        this.running = running;
        this.settings = settings;
    }

    /** Every rule that speaks of a price that was read out; the warning line where the tender document has one. */
    @Transactional
    public List<LowPriceTrigger> triggers(SessionId id, String person, Optional<WarningLine> line) {
        var session = running.read(id);
        RunningSessions.seated(session, person, Stage.REVIEWING);
        var bids = session.order().evaluated().stream()
                .map(it -> new PriceBid(it.bidId(), it.price().orElseThrow()))
                .toList();
        return settings.lowPrice().triggers(bids, new Fen(session.order().ceilingFen()), line);
    }
}
