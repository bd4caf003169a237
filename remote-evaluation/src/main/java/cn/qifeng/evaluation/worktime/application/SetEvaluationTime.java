package cn.qifeng.evaluation.worktime.application;

import cn.qifeng.evaluation.panel.application.Hosts;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.worktime.domain.EvaluationTimes;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/**
 * Procuring entity or agency sets until when the panel has time, and later extends it (确定、延长评标时间, 实施条例 §48). What
 * it signs names the requests that it answers, so that none is passed over.
 */
@ApplicationScoped
public class SetEvaluationTime {

    private static final Stage[] AT_WORK = {Stage.SCORING, Stage.REVEALING, Stage.SETTLING, Stage.REVIEWING};

    private final RunningSessions running;
    private final EvaluationTimes times;
    private final ReadEvaluationTime read;
    private final Hosts hosts;
    private final TimeEntries entries;
    private final LegalClock clock;

    SetEvaluationTime(
            RunningSessions running,
            EvaluationTimes times,
            ReadEvaluationTime read,
            Hosts hosts,
            TimeEntries entries,
            LegalClock clock) {
        this.running = running;
        this.times = times;
        this.read = read;
        this.hosts = hosts;
        this.entries = entries;
        this.clock = clock;
    }

    /** The doc to sign, without {@code until}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, String person) {
        var session = hosts.require(running.read(id), person);
        requireStage(session);
        return template(session);
    }

    /** Takes the signed end. A request that came meanwhile makes it another doc, which is refused. */
    @Transactional
    public TimeLine set(SessionId id, String person, String certificate, JsonNode json) {
        var session = hosts.require(running.lock(id), person);
        requireStage(session);
        var statement = SignedStatements.verified(json, template(session), Set.of("until", "reason"), certificate);
        var fields = Fields.of(statement.doc());
        var time = times.of(id.toString());
        int asked = time.open(ReadEvaluationTime.seated(session)).size();
        times.save(
                id.toString(),
                time.set(
                        fields.moment("until"),
                        fields.text("reason"),
                        asked,
                        session.order().panel().hours(),
                        clock.now()));
        entries.set(session, statement);
        return read.line(session);
    }

    /** While the panel comes together, and while it works; once somebody asked, only while it is complete. */
    private void requireStage(EvaluationSession session) {
        if (times.of(session.id().toString()).requests().isEmpty()) {
            session.require(
                    Stage.DRAWING, Stage.CONVENING, Stage.SCORING, Stage.REVEALING, Stage.SETTLING, Stage.REVIEWING);
        } else {
            session.require(AT_WORK);
        }
    }

    private ObjectNode template(EvaluationSession session) {
        var time = times.of(session.id().toString());
        var doc = CanonicalJson.object()
                .put("type", "evaluation-time")
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("number", time.ends().size() + 1);
        session.order()
                .panel()
                .hours()
                .ifPresent(hours -> doc.put("hours", hours)
                        .put("begun", time.begun() == null ? null : Moments.format(time.begun())));
        var answered = doc.putArray("requests");
        time.open(ReadEvaluationTime.seated(session)).forEach(it -> answered.add(it.sm3()));
        return doc;
    }
}
