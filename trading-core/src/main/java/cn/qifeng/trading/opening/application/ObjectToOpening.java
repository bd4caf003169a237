package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.Objection;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Objections on the spot and their answers (开标异议与答复, 实施条例 §44). */
@ApplicationScoped
public class ObjectToOpening {

    private static final int TEXT_MAX = 2000;

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final OpeningParties parties;
    private final Chain chain;

    ObjectToOpening(OpeningSteps steps, OpeningClock clock, Lots lots, OpeningParties parties, Chain chain) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.parties = parties;
        this.chain = chain;
    }

    /** Takes the objection of a bidder of the list; returns its id. */
    @Transactional
    public UUID object(LotId id, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "opening-objection", "text");
        requireText(fields.text("text"));
        chain.requireSeen(lot.tender(), statement.doc());
        var objection = new UUID[1];
        steps.take(id, Opened.class, opened -> {
            var name = parties.bidder(opened.unsealing().names(), statement);
            var made = new Objection(UUID.randomUUID(), name.name(), clock.now(), statement.toJson(), null);
            objection[0] = made.id();
            var next = opened.object(made);
            chain.append(lot.tender(), "lot/objection", OpeningEntries.objection(made));
            return next;
        });
        return objection[0];
    }

    /** Takes the agency's answer. */
    @Transactional
    public void answer(LotId id, UUID objection, Statement statement) {
        var lot = lots.of(id);
        var fields = Statements.about(lot, statement, "opening-objection-answer", "objection", "text");
        Statements.requireSame("objection", fields.text("objection"), objection);
        requireText(fields.text("text"));
        parties.requireAgency(lot, statement);
        chain.requireSeen(lot.tender(), statement.doc());
        steps.take(id, Opened.class, opened -> {
            var answered = opened.objections().stream()
                    .filter(one -> one.id().equals(objection))
                    .findFirst()
                    .orElseThrow(OpeningRefusal.NO_SUCH_OBJECTION::refused)
                    .answered(statement.toJson());
            chain.append(lot.tender(), "lot/objection", OpeningEntries.objection(answered));
            return opened.with(answered);
        });
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > TEXT_MAX) {
            throw OpeningRefusal.STATEMENT.with(
                    Facts.field("text", text.length(), "1…" + TEXT_MAX).map());
        }
    }
}
