package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.information.domain.InformationAnswer;
import cn.qifeng.evaluation.information.domain.InformationRefusal;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.information.domain.InformationRequests;
import cn.qifeng.evaluation.information.domain.NamedBidders;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/**
 * The supervisor's gate in both directions (双向放行): over a question before it reaches the procuring entity, and over an
 * answer before it reaches the panel. What is kept back stays on record with the reason, and is shown to nobody it was for.
 */
@ApplicationScoped
public class GuardInformation {

    private final RunningSessions running;
    private final ReadInformation read;
    private final InformationRequests requests;
    private final InformationEntries entries;
    private final LegalClock clock;

    GuardInformation(
            RunningSessions running,
            ReadInformation read,
            InformationRequests requests,
            InformationEntries entries,
            LegalClock clock) {
        this.running = running;
        this.read = read;
        this.requests = requests;
        this.entries = entries;
        this.clock = clock;
    }

    /** A question as the supervisor sees it, and whether its answer names a bidder. */
    public record Guarded(InformationRequest request, boolean names) {}

    /** All of a session, by number. */
    @Transactional
    public List<Guarded> list(SessionId id) {
        var session = running.read(id);
        return read.of(id).stream().map(it -> guarded(session, it)).toList();
    }

    /** The decision over a question; the client adds {@code released}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode gateToSign(SessionId id, int number) {
        return InformationDocs.gate(running.read(id), read.find(id, number));
    }

    /** Takes the signed decision over a question; its time runs from here. */
    @Transactional
    public Guarded gate(SessionId id, String certificate, int number, JsonNode json) {
        var session = running.lock(id);
        var request = read.find(id, number);
        var statement = decision(json, session, InformationDocs.gate(session, request), "released", certificate);
        var fields = Fields.of(statement.doc());
        var text = SignedStatements.text(statement);
        var decided = fields.bool("released")
                ? request.released(clock.now(), text)
                : request.stopped(clock.now(), fields.text("reason"), text);
        requests.save(id, decided);
        entries.gated(session, decided, statement);
        return guarded(session, decided);
    }

    /** The decision over an answer; the client adds {@code delivered}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode passageToSign(SessionId id, int number) {
        return InformationDocs.passage(running.read(id), read.find(id, number));
    }

    /** Takes the signed decision over an answer; refuses to deliver one that names a bidder. */
    @Transactional
    public Guarded pass(SessionId id, String certificate, int number, JsonNode json) {
        var session = running.lock(id);
        var request = read.find(id, number);
        var statement = decision(json, session, InformationDocs.passage(session, request), "delivered", certificate);
        var fields = Fields.of(statement.doc());
        var text = SignedStatements.text(statement);
        var decided = fields.bool("delivered")
                ? request.delivered(clock.now(), text)
                : request.withheld(clock.now(), fields.text("reason"), text);
        if (decided.shown().isPresent() && names(session, request)) {
            throw InformationRefusal.NAMES_SOMEBODY.at("delivered", true, "an answer that names no bidder");
        }
        requests.save(id, decided);
        entries.passed(session, decided, statement);
        return guarded(session, decided);
    }

    private static Guarded guarded(EvaluationSession session, InformationRequest request) {
        return new Guarded(request, names(session, request));
    }

    /** Whether the answer of a question names a bidder: such an answer can only be withheld. */
    private static boolean names(EvaluationSession session, InformationRequest request) {
        return request.answer()
                .map(InformationAnswer::text)
                .filter(it -> NamedBidders.of(session.order()).in(it))
                .isPresent();
    }

    private static Statement decision(
            JsonNode json, EvaluationSession session, ObjectNode template, String verdict, String certificate) {
        return SignedStatements.bySupervisor(json, session, template, Set.of(verdict, "reason"), certificate);
    }
}
