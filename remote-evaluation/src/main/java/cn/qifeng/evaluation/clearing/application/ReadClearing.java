package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.BillSheets;
import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.evaluation.clearing.domain.ClearingState;
import cn.qifeng.evaluation.clearing.domain.Clearings;
import cn.qifeng.evaluation.clearing.domain.FindingFilter;
import cn.qifeng.evaluation.clearing.domain.RowExcerpt;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a clearing has found so far, for members of the panel and supervisors (查询清标结果). */
@ApplicationScoped
public class ReadClearing {

    private static final int TOGETHER = 500;

    private final ShownBids bids;
    private final Clearings clearings;
    private final FindingWorkbook workbook;
    private final BillSheets sheets;
    private final Bills bills;

    ReadClearing(ShownBids bids, Clearings clearings, FindingWorkbook workbook, BillSheets sheets, Bills bills) {
        this.bids = bids;
        this.clearings = clearings;
        this.workbook = workbook;
        this.sheets = sheets;
        this.bills = bills;
    }

    /** How far it is, and how many findings of each kind every bid has. */
    @Transactional
    public ClearingView view(SessionId id, Reader reader) {
        return view(bids.session(id, reader), reader);
    }

    private ClearingView view(EvaluationSession session, Reader reader) {
        var cleared = clearings.bids(session.id());
        return new ClearingView(
                session.order().name(),
                clearings.find(session.id()),
                bids.of(session, reader).stream()
                        .map(it -> new ClearingView.Bid(it, Optional.ofNullable(cleared.get(it.bidId()))))
                        .toList());
    }

    /**
     * One page of the findings that fit.
     *
     * @param label of the bid; empty for all bids
     * @param page from 1
     */
    @Transactional
    public FindingPage findings(
            SessionId id, Reader reader, Optional<String> label, FindingFilter filter, int page, int size) {
        var session = bids.session(id, reader);
        var wanted = label.map(it -> List.of(bids.one(session, reader, it))).orElseGet(() -> bids.of(session, reader));
        var counts = clearings.count(id, filter);
        var lines = new ArrayList<FindingPage.Line>();
        int before = 0;
        int from = (page - 1) * size;
        for (ShownBid bid : wanted) {
            int count = counts.getOrDefault(bid.bidId(), 0);
            int offset = Math.max(0, from - before);
            if (offset < count && lines.size() < size) {
                clearings
                        .list(id, bid.bidId(), filter, offset, size - lines.size())
                        .forEach(it -> lines.add(new FindingPage.Line(bid, it)));
            }
            before += count;
        }
        return new FindingPage(before, page, size, lines);
    }

    /** All findings as a workbook; refuses with {@link ClearingRefusal#NOT_DONE}. */
    @Transactional
    public Consumer<OutputStream> workbook(SessionId id, Reader reader) {
        var view = view(bids.session(id, reader), reader);
        var state = view.run().map(it -> it.state()).orElse(null);
        if (state != ClearingState.DONE) {
            throw ClearingRefusal.NOT_DONE.with(
                    Facts.field("state", state, ClearingState.DONE).map());
        }
        return out -> workbook.write(view, line -> view.bids().forEach(bid -> lines(id, bid.bid(), line)), out);
    }

    private void lines(SessionId id, ShownBid bid, Consumer<FindingPage.Line> line) {
        int offset = 0;
        while (true) {
            int from = offset;
            var some = QuarkusTransaction.requiringNew()
                    .call(() -> clearings.list(id, bid.bidId(), FindingFilter.none(), from, TOGETHER));
            some.forEach(it -> line.accept(new FindingPage.Line(bid, it)));
            if (some.size() < TOGETHER) {
                return;
            }
            offset += TOGETHER;
        }
    }

    /** Rows of a bid's bill around one, and the tender's rows for the same item; either may be absent. */
    public Excerpts rows(SessionId id, Reader reader, String label, RowWanted wanted) {
        var session = bids.session(id, reader);
        var bid = bids.one(session, reader, label);
        var order = session.order();
        var tender = bills.ofTender(order);
        if (wanted.ofTender()) {
            return new Excerpts(Optional.empty(), RowExcerpt.ofRow(tender, sheets, wanted.sheet(), wanted.row()));
        }
        var own = RowExcerpt.ofRow(bills.ofBid(order, bid.bidId()), sheets, wanted.sheet(), wanted.row());
        return new Excerpts(
                own, wanted.code().isEmpty() ? Optional.empty() : RowExcerpt.ofItem(tender, sheets, wanted.code()));
    }

    /** Which row: its sheet and number in the bid's workbook or the tender's, and the code of its item or nothing. */
    public record RowWanted(boolean ofTender, String sheet, int row, String code) {}

    /** Rows of both workbooks. */
    public record Excerpts(Optional<RowExcerpt> bid, Optional<RowExcerpt> tender) {}
}
