package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.Appraisal;
import cn.qifeng.evaluation.panel.domain.Appraisal.Grade;
import cn.qifeng.evaluation.panel.domain.Appraisals;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets the trading centre appraise members once their evaluation is concluded, when names are secret no more (一标一评). */
@ApplicationScoped
public class AppraiseMembers {

    private final Sessions sessions;
    private final Appraisals appraisals;
    private final LegalClock clock;

    AppraiseMembers(Sessions sessions, Appraisals appraisals, LegalClock clock) {
        this.sessions = sessions;
        this.appraisals = appraisals;
        this.clock = clock;
    }

    /** A concluded evaluation in which the expert took part, and what was said of its work. */
    public record Served(EvaluationSession session, Optional<Appraisal> appraisal) {}

    /** Concluded evaluations of an expert, the newest first. */
    @Transactional
    public List<Served> of(String expert) {
        Map<SessionId, Appraisal> said =
                appraisals.of(expert).stream().collect(Collectors.toMap(Appraisal::session, Function.identity()));
        return sessions.all().stream()
                .filter(session -> served(session, expert))
                .map(session -> new Served(session, Optional.ofNullable(said.get(session.id()))))
                .toList();
    }

    /**
     * Appraises. Refuses with {@link PanelRefusal#NO_SUCH_SESSION} where the expert did not take part or the evaluation
     * is not concluded, and with {@link PanelRefusal#APPRAISED} the second time.
     */
    @Transactional
    public void appraise(SessionId id, String expert, Grade grade, String text, String by) {
        var session = sessions.lock(id)
                .filter(one -> served(one, expert))
                .orElseThrow(() -> PanelRefusal.NO_SUCH_SESSION.with(
                        Facts.of("session", id).map()));
        if (grade == null) {
            throw PanelRefusal.REASON_NEEDED.with(
                    Facts.field("grade", null, List.of(Grade.values())).map());
        }
        appraisals.add(new Appraisal(session.id(), expert, grade, text, by, clock.now()));
    }

    private static boolean served(EvaluationSession session, String expert) {
        return session.stage() == Stage.CONCLUDED
                && session.panel().occupied().stream()
                        .anyMatch(seat ->
                                seat.kind() == SeatKind.EXPERT && seat.number().equals(expert));
    }
}
