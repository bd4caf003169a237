package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.panel.application.EvaluationVoided;
import cn.qifeng.evaluation.report.domain.BidderParts;
import cn.qifeng.evaluation.report.domain.Reports;
import cn.qifeng.evaluation.rework.application.ReworkBegun;
import cn.qifeng.evaluation.rework.domain.ReworkRefusal;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lays report and letters aside when they are reviewed once more, or void (原评标报告留存). The files of a signed report are
 * kept by trading-core under their hashes; until they are, the re-review waits. Those of a void one stand in no chain, and
 * are kept here.
 */
@ApplicationScoped
class LayReportAside {

    private final Reports reports;
    private final BidderParts parts;

    LayReportAside(Reports reports, BidderParts parts) {
        this.reports = reports;
        this.parts = parts;
    }

    void on(@Observes ReworkBegun begun) {
        var session = begun.session().toString();
        boolean pending = reports.unstored().contains(session)
                || parts.unstored().stream().anyMatch(it -> it.session().equals(session));
        if (pending) {
            throw ReworkRefusal.FILES_PENDING.with(Facts.of("session", session).map());
        }
        reports.layAside(session, begun.number());
        parts.clear(session);
    }

    void on(@Observes EvaluationVoided voided) {
        var session = voided.session().toString();
        reports.voided(session, voided.fault());
        parts.voided(session, voided.fault());
    }
}
