package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionConcluded;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.evaluation.report.domain.EvaluationReport;
import cn.qifeng.evaluation.report.domain.Opinion;
import cn.qifeng.evaluation.report.domain.ReportRefusal;
import cn.qifeng.evaluation.report.domain.ReportSignature;
import cn.qifeng.evaluation.report.domain.Reports;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Set;

/** Members sign the report or dissent in writing; with the last answer the evaluation ends (签署评标报告). */
@ApplicationScoped
public class SignReport {

    private final RunningSessions running;
    private final Reports reports;
    private final MakeReports makeReports;
    private final HandOverResult handOver;
    private final TradingCore core;
    private final Event<SessionConcluded> concludedEvent;

    SignReport(
            RunningSessions running,
            Reports reports,
            MakeReports makeReports,
            HandOverResult handOver,
            TradingCore core,
            Event<SessionConcluded> concludedEvent) {
        this.running = running;
        this.reports = reports;
        this.makeReports = makeReports;
        this.handOver = handOver;
        this.core = core;
        this.concludedEvent = concludedEvent;
    }

    /** The file, for members of the panel. */
    @Transactional
    public byte[] pdf(SessionId id, String person) {
        RunningSessions.seated(running.read(id), person);
        return reports.pdf(id.toString()).orElseThrow(ReportRefusal.NO_REPORT::refused);
    }

    /** The file once more as OFD, for members; refuses with {@link ReportRefusal#NO_OFD} where no seal for it is. */
    public byte[] ofd(SessionId id, String person) {
        var pdf = QuarkusTransaction.requiringNew().call(() -> pdf(id, person));
        return core.ofd(pdf).orElseThrow(ReportRefusal.NO_OFD::refused);
    }

    /** The text as .docx, for members. */
    @Transactional
    public byte[] docx(SessionId id, String person) {
        RunningSessions.seated(running.read(id), person);
        return reports.docx(id.toString()).orElseThrow(ReportRefusal.NO_REPORT::refused);
    }

    /**
     * The doc of a signature; the client adds {@code opinion}, {@code reason} and {@code seen}. Prints the report first
     * when it is not there yet, and refuses with {@link ReportRefusal#NO_REPORT} while it cannot be sealed.
     */
    public ObjectNode toSign(SessionId id, String person) {
        var session = running.read(id);
        RunningSessions.seated(session, person, Stage.REPORTING);
        makeReports.makeIfPossible(session);
        return template(session, QuarkusTransaction.requiringNew().call(() -> report(id)));
    }

    /** Takes a member's signed word. */
    @Transactional
    public EvaluationReport sign(SessionId id, String person, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.REPORTING);
        var report = report(id);
        var statement =
                SignedStatements.verified(json, template(session, report), Set.of("opinion", "reason"), seat.member());
        var fields = Fields.of(statement.doc());
        return keep(
                session,
                report.with(new ReportSignature(
                        seat.member(),
                        opinion(fields.text("opinion")),
                        fields.text("reason"),
                        SignedStatements.text(statement))));
    }

    /** Ends the signing; whoever stayed silent agrees (R30). */
    @Transactional
    public EvaluationReport close(SessionId id) {
        var session = running.lock(id);
        session.require(Stage.REPORTING);
        return keep(session, report(id).close());
    }

    private EvaluationReport keep(EvaluationSession session, EvaluationReport report) {
        reports.save(session.id().toString(), report);
        if (report.complete()) {
            var concluded = session.concluded();
            running.save(concluded);
            concludedEvent.fire(new SessionConcluded(concluded));
            handOver.of(concluded, report);
        }
        return report;
    }

    private EvaluationReport report(SessionId id) {
        return reports.of(id.toString()).orElseThrow(ReportRefusal.NO_REPORT::refused);
    }

    private static Opinion opinion(String text) {
        return Arrays.stream(Opinion.values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        ReportRefusal.REASON_NEEDED.with(Facts.field("opinion", text, Arrays.toString(Opinion.values()))
                                .map()));
    }

    private static ObjectNode template(EvaluationSession session, EvaluationReport report) {
        return CanonicalJson.object()
                .put("type", "evaluation-report-signature")
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("sm3", report.sm3());
    }
}
