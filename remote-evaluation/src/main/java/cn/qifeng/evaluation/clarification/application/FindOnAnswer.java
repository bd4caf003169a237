package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationRefusal;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.clarification.domain.CorrectionBound;
import cn.qifeng.evaluation.clarification.domain.Finding;
import cn.qifeng.evaluation.clarification.domain.FindingVote;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Set;

/** Members find on an answer: whether it is accepted, and the substance of the bid unchanged (澄清认定). */
@ApplicationScoped
public class FindOnAnswer {

    private final RunningSessions running;
    private final ReadClarifications read;
    private final Clarifications clarifications;
    private final ClarificationEntries entries;
    private final Event<CorrectionBound> bound;

    FindOnAnswer(
            RunningSessions running,
            ReadClarifications read,
            Clarifications clarifications,
            ClarificationEntries entries,
            Event<CorrectionBound> bound) {
        this.running = running;
        this.read = read;
        this.clarifications = clarifications;
        this.entries = entries;
        this.bound = bound;
    }

    /** The doc of a finding; the client adds {@code finding}, {@code opinion} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, String person, int number) {
        var session = running.read(id);
        RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        return ClarificationDocs.finding(session, read.find(id, number));
    }

    /** Takes a signed finding; the one that makes a majority concludes, and a confirmed correction then binds. */
    @Transactional
    public Clarification find(SessionId id, String person, int number, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        var clarification = read.find(id, number);
        var statement = SignedStatements.verified(
                json, ClarificationDocs.finding(session, clarification), Set.of("finding", "opinion"), seat.member());
        var fields = Fields.of(statement.doc());
        var found = clarification.found(new FindingVote(
                seat.member(),
                finding(fields.text("finding")),
                fields.text("opinion"),
                SignedStatements.text(statement)));
        clarifications.save(id.toString(), found);
        entries.found(session, statement);
        found.binding().ifPresent(price -> {
            entries.corrected(session, found, price);
            bound.fire(new CorrectionBound(id, found.question().bidId(), price));
        });
        return found;
    }

    private static Finding finding(String name) {
        return Arrays.stream(Finding.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ClarificationRefusal.UNKNOWN_VOTE.with(
                        Facts.field("finding", name, Arrays.toString(Finding.values()))
                                .map()));
    }
}
