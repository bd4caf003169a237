package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.Criterion;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Writes the entries of a session up to its panel (docs/evidence.md section 9). */
@ApplicationScoped
class PanelEntries {

    private final Evidence evidence;

    PanelEntries(Evidence evidence) {
        this.evidence = evidence;
    }

    void opened(EvaluationSession session) {
        var order = session.order();
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("criteria", criteriaHash(order))
                .put("labelCommit", labelCommit(session));
        body.set(
                "keySet",
                CanonicalJson.decode(
                        session.ceremony().keySetJson().orElseThrow().getBytes(StandardCharsets.UTF_8)));
        order.panel().hours().ifPresent(it -> body.put("evaluationHours", it));
        var bids = body.putArray("bids");
        order.evaluated().forEach(it -> bids.add(it.bidId()));
        evidence.record(order.tender(), "evaluation/opened", body);
    }

    /**
     * What was done is void, directly behind the decision: the round in which it is done again, and the labels from now on.
     * The labels of a re-review are known already and stay.
     */
    void voided(EvaluationSession session, int fault) {
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("fault", fault)
                .put("version", session.round())
                .put("labelCommit", session.reviewedOnce() ? null : labelCommit(session));
        evidence.record(session.order().tender(), "evaluation/voided", body);
    }

    /** The complete panel with the seed of its experts' codes, so that the draws can be read. */
    void panel(EvaluationSession session) {
        var panel = session.panel();
        var body = CanonicalJson.object()
                .put("session", session.id().toString())
                .put("draw", lastDraw(session))
                .put("seed", session.ceremony().course().seed().orElse(null))
                .put("leader", panel.leader().map(it -> panel.seat(it).member()).orElse(null));
        var members = body.putArray("members");
        panel.occupied()
                .forEach(it -> members.addObject()
                        .put("member", it.member())
                        .put("expert", it.number())
                        .put("kind", it.kind().name())
                        .put("employer", it.employer())
                        .put("served", it.served())
                        .put("sameBidder", it.sameBidder())
                        .put("sameHost", it.sameHost()));
        var passed = body.putArray("passed");
        panel.passed()
                .forEach(it -> passed.addObject()
                        .put("expert", it.number())
                        .put(
                                "why",
                                it.state() == SeatState.SKIPPED
                                        ? it.reason()
                                        : it.state().name())
                        .put("reason", it.state() == SeatState.SKIPPED ? "" : it.reason())
                        .put("employer", it.employer())
                        .put("served", it.served())
                        .put("sameBidder", it.sameBidder())
                        .put("sameHost", it.sameHost()));
        evidence.record(session.order().tender(), "evaluation/panel", body);
    }

    /** The last draw that was opened; none where everybody was chosen directly. */
    private static String lastDraw(EvaluationSession session) {
        var draws = session.ceremony().course().draws();
        return draws.isEmpty() ? null : draws.get(draws.size() - 1).toString();
    }

    void declared(EvaluationSession session, Statement statement) {
        var body = CanonicalJson.object();
        body.set("statement", statement.toJson());
        evidence.record(session.order().tender(), "evaluation/declared", body);
    }

    private static String labelCommit(EvaluationSession session) {
        return Sm3.hex(
                Bytes.ascii("QC1 labels"),
                Bytes.uuid(session.id().value()),
                Hex.decode(session.ceremony().labelSeed()));
    }

    private static String criteriaHash(SessionOrder order) {
        var holder = CanonicalJson.object();
        ArrayNode items = holder.putArray("criteria");
        order.criteria().forEach(it -> items.add(criterion(it)));
        return Sm3.hex(CanonicalJson.encode(items));
    }

    private static ObjectNode criterion(Criterion it) {
        return CanonicalJson.object()
                .put("item", it.item())
                .put("name", it.name())
                .put("max", it.max().toPlainString())
                .put("kind", it.kind().name());
    }
}
