package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.application.ReadProgress;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lets members of the panel and supervisors in once prices are open, and shows each the bids as it may know them. */
@ApplicationScoped
class ShownBids {

    private final RunningSessions running;
    private final ReadProgress progress;

    ShownBids(RunningSessions running, ReadProgress progress) {
        this.running = running;
        this.progress = progress;
    }

    /**
     * The session, if the reader may see its clearing; refuses with {@code panel/not-found}, {@code
     * panel/wrong-seat-state} and {@link ClearingRefusal#NOT_OPEN}.
     */
    @Transactional
    EvaluationSession session(SessionId id, Reader reader) {
        var session = running.read(id);
        if (!reader.supervises()) {
            RunningSessions.seated(session, reader.person());
        }
        if (!session.stage().isFrom(Stage.REVIEWING)) {
            throw ClearingRefusal.NOT_OPEN.with(
                    Facts.field("stage", session.stage(), Stage.REVIEWING).map());
        }
        return session;
    }

    /** The evaluated bids in the order in which the reader knows them. */
    List<ShownBid> of(EvaluationSession session, Reader reader) {
        if (reader.supervises()) {
            return session.order().evaluated().stream()
                    .map(it -> new ShownBid(number(session, it), it.bidId(), null, null))
                    .toList();
        }
        var labels = progress.labels(session, RunningSessions.seated(session, reader.person()));
        return labels.bidIds().stream()
                .map(it -> session.order().bid(it).orElseThrow())
                .map(it -> new ShownBid(
                        labels.of(it.bidId()),
                        it.bidId(),
                        it.name(),
                        it.price().orElseThrow().value()))
                .toList();
    }

    /** The bid under a label or number; refuses with {@link ClearingRefusal#NO_SUCH_BID}. */
    ShownBid one(EvaluationSession session, Reader reader, String label) {
        return of(session, reader).stream()
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        ClearingRefusal.NO_SUCH_BID.with(Facts.of("bid", label).map()));
    }

    /** Number in the published bid list, from 1. */
    private static String number(EvaluationSession session, OpenedBid bid) {
        return String.valueOf(session.order().bids().indexOf(bid) + 1);
    }
}
