package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.adjustment.application.ReadFindings;
import cn.qifeng.evaluation.blind.application.ReadBlindFiles;
import cn.qifeng.evaluation.clarification.application.ReadClarifications;
import cn.qifeng.evaluation.fault.application.ReadVoided;
import cn.qifeng.evaluation.information.application.ReadInformation;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.evaluation.report.domain.BidderPart;
import cn.qifeng.evaluation.report.domain.BidderParts;
import cn.qifeng.evaluation.report.domain.EvaluationReport;
import cn.qifeng.evaluation.report.domain.Reports;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.scoring.application.CompareReviews;
import cn.qifeng.evaluation.scoring.application.ReadJudgements;
import cn.qifeng.evaluation.scoring.application.ReadResult;
import cn.qifeng.evaluation.worktime.application.ReadEvaluationTime;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Prints the report of every concluded review and what each bidder is told of its bid, and hands the files to trading-core,
 * again until they are kept (编制评标报告). The report lists the bidders' parts by hash, so that who signs it signs them.
 */
@ApplicationScoped
public class MakeReports {

    private static final Logger LOG = Logger.getLogger(MakeReports.class);

    private final RunningSessions running;
    private final ReadResult results;
    private final ReadClarifications clarifications;
    private final ReadInformation information;
    private final ReadFindings findings;
    private final ReadBlindFiles blindFiles;
    private final ReadEvaluationTime times;
    private final ReadReworks reworks;
    private final ReadVoided voided;
    private final CompareReviews comparisons;
    private final ReadJudgements judgements;
    private final Reports reports;
    private final BidderParts parts;
    private final ReportPrinter printer;
    private final TradingCore core;
    private final LegalClock clock;

    MakeReports(
            RunningSessions running,
            ReadResult results,
            ReadClarifications clarifications,
            ReadInformation information,
            ReadFindings findings,
            ReadBlindFiles blindFiles,
            ReadEvaluationTime times,
            ReadReworks reworks,
            ReadVoided voided,
            CompareReviews comparisons,
            ReadJudgements judgements,
            Reports reports,
            BidderParts parts,
            ReportPrinter printer,
            TradingCore core,
            LegalClock clock) {
        this.running = running;
        this.results = results;
        this.clarifications = clarifications;
        this.information = information;
        this.findings = findings;
        this.blindFiles = blindFiles;
        this.times = times;
        this.reworks = reworks;
        this.voided = voided;
        this.comparisons = comparisons;
        this.judgements = judgements;
        this.reports = reports;
        this.parts = parts;
        this.printer = printer;
        this.core = core;
        this.clock = clock;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        running.in(Stage.REPORTING).forEach(this::makeIfPossible);
        QuarkusTransaction.requiringNew()
                .call(reports::unstored)
                .forEach(it -> attempt(it, () -> handOver(running.read(SessionId.of(it)))));
        QuarkusTransaction.requiringNew()
                .call(parts::unstored)
                .forEach(it -> attempt(it.session(), () -> handOver(it)));
    }

    /** Makes the report now; it waits for the next round while trading-core, which seals it, does not answer. */
    void makeIfPossible(EvaluationSession session) {
        attempt(session.id().toString(), () -> make(session));
    }

    private static void attempt(String session, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "report of session %s waits", session);
        }
    }

    /** Prints the report of a session in {@code REPORTING} unless it is there; one at a time. */
    private synchronized void make(EvaluationSession session) {
        String id = session.id().toString();
        if (QuarkusTransaction.requiringNew().call(() -> reports.exists(id))) {
            return;
        }
        var content = QuarkusTransaction.requiringNew()
                .call(() -> new ReportContent(
                        session,
                        results.of(session.id()).orElseThrow(),
                        results.sheets(session),
                        results.rejections(session.id()),
                        clarifications.of(session.id()),
                        information.of(session.id()),
                        findings.of(session.id()),
                        List.copyOf(blindFiles.all(session).values()),
                        times.time(session.id()),
                        onceMore(session),
                        voided.of(session.id()),
                        judgements.of(session),
                        clock.now(),
                        clock.sandbox()));
        var made = makeParts(content);
        var pdf = core.seal(printer.print(content, made));
        var docx = printer.docx(content, made);
        var members = session.panel().seated().stream().map(Seat::member).toList();
        keep(session, () -> reports.add(id, new EvaluationReport(Sm3.hex(pdf), members, List.of(), false), pdf, docx));
    }

    /** Keeps what was printed, unless the evaluation that it tells of became void meanwhile. */
    private void keep(EvaluationSession printed, Runnable adding) {
        QuarkusTransaction.requiringNew().run(() -> {
            var now = running.lockEvenFrozen(printed.id());
            if (now.stage() == Stage.REPORTING && now.round() == printed.round()) {
                adding.run();
            }
        });
    }

    private Optional<ReviewedOnceMore> onceMore(EvaluationSession session) {
        return reworks.running(session.id())
                .flatMap(it -> comparisons.of(session, it).map(changed -> new ReviewedOnceMore(it, changed)));
    }

    /** One part for each bid; those that an interrupted attempt made stay. */
    private List<BidderPart> makeParts(ReportContent content) {
        String id = content.session().id().toString();
        var bids = content.session().order().evaluated();
        int there = QuarkusTransaction.requiringNew().call(() -> parts.of(id)).size();
        for (int i = there; i < bids.size(); i++) {
            int position = i;
            var bid = bids.get(i).bidId();
            var pdf = core.seal(printer.part(content, bid));
            keep(content.session(), () -> parts.add(id, position, new BidderPart(bid, Sm3.hex(pdf)), pdf));
        }
        return QuarkusTransaction.requiringNew().call(() -> parts.of(id));
    }

    private void handOver(EvaluationSession session) {
        String id = session.id().toString();
        keep(
                session,
                QuarkusTransaction.requiringNew().call(() -> reports.pdf(id)).orElseThrow());
        QuarkusTransaction.requiringNew().run(() -> reports.markStored(id));
    }

    private void handOver(BidderParts.Unstored part) {
        var pdf = QuarkusTransaction.requiringNew().call(() -> parts.pdf(part.session(), part.bidId()));
        keep(running.read(SessionId.of(part.session())), pdf);
        QuarkusTransaction.requiringNew().run(() -> parts.markStored(part));
    }

    private void keep(EvaluationSession session, byte[] pdf) {
        core.keepDocument(session.order().tender(), Sm3.hex(pdf), pdf);
    }
}
