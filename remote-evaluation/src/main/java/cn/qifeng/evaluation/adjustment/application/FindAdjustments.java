package cn.qifeng.evaluation.adjustment.application;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.adjustment.domain.AdjustmentFindings;
import cn.qifeng.evaluation.adjustment.domain.AdjustmentRefusal;
import cn.qifeng.evaluation.adjustment.domain.AdjustmentVote;
import cn.qifeng.evaluation.adjustment.domain.FindingLine;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.DeclaredAdjustment;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Members propose what is found of the bids for an adjustment, and vote on it, each with a signed statement (量化因素认定). */
@ApplicationScoped
public class FindAdjustments {

    private static final String FOR = "FOR";
    private static final String AGAINST = "AGAINST";

    private final RunningSessions running;
    private final AdjustmentFindings findings;
    private final FindingEntries entries;
    private final ReadReworks reworks;

    FindAdjustments(RunningSessions running, AdjustmentFindings findings, FindingEntries entries, ReadReworks reworks) {
        this.running = running;
        this.findings = findings;
        this.entries = entries;
        this.reworks = reworks;
    }

    /** A member's proposal; refuses one on what the document does not declare, or while another on the same is open. */
    @Transactional
    public AdjustmentFinding propose(SessionId id, String person, String code, List<FindingLine> lines) {
        var session = running.lock(id);
        RunningSessions.seated(session, person, Stage.REVIEWING);
        reworks.requireNone(id);
        var known = findings.of(id.toString());
        if (known.stream().anyMatch(it -> it.code().equals(code) && !it.decided())) {
            throw AdjustmentRefusal.FINDING_OPEN.with(Facts.of("code", code).map());
        }
        var finding = new AdjustmentFinding(
                known.size() + 1,
                code,
                lines == null ? List.of() : lines,
                session.panel().size(),
                List.of());
        finding.check(
                declared(session, code).rule(),
                session.order().evaluated().stream().map(OpenedBid::bidId).toList());
        findings.save(id.toString(), finding);
        return finding;
    }

    /** The doc of a vote; the client adds {@code vote} ({@code FOR}, {@code AGAINST}), {@code opinion}, {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, String person, int number) {
        var session = running.read(id);
        RunningSessions.seated(session, person, Stage.REVIEWING);
        return FindingEntries.vote(session, find(id, number));
    }

    /** Takes a signed vote; the last one decides. */
    @Transactional
    public AdjustmentFinding vote(SessionId id, String person, int number, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.REVIEWING);
        var finding = find(id, number);
        var statement = SignedStatements.verified(
                json, FindingEntries.vote(session, finding), Set.of("vote", "opinion"), seat.member());
        var fields = Fields.of(statement.doc());
        var vote = fields.text("vote");
        if (!vote.equals(FOR) && !vote.equals(AGAINST)) {
            throw AdjustmentRefusal.UNKNOWN_VOTE.with(
                    Facts.field("vote", vote, FOR + " or " + AGAINST).map());
        }
        var voted = finding.with(new AdjustmentVote(
                seat.member(), vote.equals(FOR), fields.text("opinion"), SignedStatements.text(statement)));
        findings.save(id.toString(), voted);
        if (voted.decided()) {
            entries.found(session, voted);
        }
        return voted;
    }

    private static DeclaredAdjustment declared(EvaluationSession session, String code) {
        var declared = DeclaredAdjustment.of(session.order().method()).stream()
                .filter(DeclaredAdjustment::found)
                .toList();
        return declared.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> AdjustmentRefusal.NOT_DECLARED.with(Facts.field(
                                "code",
                                code,
                                declared.stream().map(DeclaredAdjustment::code).toList())
                        .map()));
    }

    private AdjustmentFinding find(SessionId id, int number) {
        return findings.of(id.toString()).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> AdjustmentRefusal.NO_SUCH_FINDING.with(
                        Facts.of("finding", number).map()));
    }
}
