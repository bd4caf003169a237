package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.report.domain.BidderParts;
import cn.qifeng.evaluation.report.domain.Reports;
import cn.qifeng.evaluation.rework.application.ReworkBegun;
import cn.qifeng.evaluation.rework.domain.ReworkRefusal;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lays report and letters aside when they are reviewed once more (原评标报告留存). The files are kept by trading-core under
 * their hashes; until they are, the re-review waits.
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
}
