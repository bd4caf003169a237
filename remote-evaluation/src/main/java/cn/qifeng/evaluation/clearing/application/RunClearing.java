package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.BillClearing;
import cn.qifeng.evaluation.clearing.domain.BillSheets;
import cn.qifeng.evaluation.clearing.domain.ClearedBid;
import cn.qifeng.evaluation.clearing.domain.ClearingRun;
import cn.qifeng.evaluation.clearing.domain.Clearings;
import cn.qifeng.evaluation.clearing.domain.Finding;
import cn.qifeng.evaluation.clearing.domain.TenderBill;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.kernel.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Clears the bills of one session (清标), one bid in one transaction, so that its progress is seen. Decides nothing and
 * records nothing: whoever has the opened bids and the published bill can find the same.
 */
@ApplicationScoped
class RunClearing {

    private final RunningSessions running;
    private final Clearings clearings;
    private final BillSheets sheets;
    private final Bills bills;

    RunClearing(RunningSessions running, Clearings clearings, BillSheets sheets, Bills bills) {
        this.running = running;
        this.clearings = clearings;
        this.sheets = sheets;
        this.bills = bills;
    }

    void run(SessionId id) {
        var order =
                QuarkusTransaction.requiringNew().call(() -> running.read(id).order());
        var run = QuarkusTransaction.requiringNew().call(() -> {
            clearings.forget(id);
            return clearings.find(id).orElseThrow();
        });
        TenderBill tender;
        try {
            tender = TenderBill.read(bills.ofTender(order), sheets);
        } catch (Refused why) {
            save(run.failed(why.code().code()));
            return;
        }
        var clearing = new BillClearing(tender, run.thresholds(), sheets);
        run = save(run.begun(tender.items().size()));
        for (OpenedBid bid : order.evaluated()) {
            run = read(clearing, order, bid, run);
        }
        compare(clearing, order, run);
    }

    private ClearingRun read(BillClearing clearing, SessionOrder order, OpenedBid bid, ClearingRun run) {
        ClearedBid cleared;
        List<Finding> findings = List.of();
        try {
            var price = bid.price().orElseThrow();
            var found = clearing.read(bid.bidId(), price, bills.ofBid(order, bid.bidId()));
            cleared = ClearedBid.of(found);
            findings = found.findings();
        } catch (Refused why) {
            cleared = ClearedBid.refused(bid.bidId(), why);
        }
        return save(run.read(cleared.rows()), cleared, findings);
    }

    private void compare(BillClearing clearing, SessionOrder order, ClearingRun run) {
        var read = QuarkusTransaction.requiringNew().call(() -> clearings.bids(run.session()));
        for (OpenedBid bid : order.evaluated()) {
            var more = clearing.compare(bid.bidId());
            save(run, read.get(bid.bidId()).and(more), more.findings());
        }
        save(run.done());
    }

    private ClearingRun save(ClearingRun run, ClearedBid bid, List<Finding> findings) {
        QuarkusTransaction.requiringNew().run(() -> {
            clearings.put(run.session(), bid, findings);
            clearings.save(run);
        });
        return run;
    }

    ClearingRun save(ClearingRun run) {
        QuarkusTransaction.requiringNew().run(() -> clearings.save(run));
        return run;
    }

    Optional<ClearingRun> of(SessionId id) {
        return QuarkusTransaction.requiringNew().call(() -> clearings.find(id));
    }
}
