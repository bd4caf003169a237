package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the sheets of the current round, all of them or none (读取全体评分). */
@ApplicationScoped
class ReadSheets {

    private final Sheets sheets;

    ReadSheets(Sheets sheets) {
        this.sheets = sheets;
    }

    boolean allRevealed(EvaluationSession session) {
        var byMember = byMember(session);
        return session.panel().seated().stream()
                .allMatch(it -> byMember.containsKey(it.member())
                        && byMember.get(it.member()).revealed());
    }

    /** All sheets; throws {@link IllegalStateException} while one of them is not revealed. */
    RevealedSheets of(EvaluationSession session) {
        if (!allRevealed(session)) {
            throw new IllegalStateException("sheets are not all revealed: " + session.id());
        }
        var byMember = byMember(session);
        return new RevealedSheets(session.panel().seated().stream()
                .map(it -> ScoringSteps.read(
                        session, it, byMember.get(it.member()).sheet().orElseThrow()))
                .toList());
    }

    /** What is open of the technical sheets of the round before, of those who still sit. */
    RevealedSheets before(EvaluationSession session) {
        int before = session.round() - 1;
        boolean judged = before == session.screening().round();
        return at(session, judged ? session.screening().scored() : before);
    }

    /** What is open of the sheets of a round, of those who still sit. */
    RevealedSheets at(EvaluationSession session, int round) {
        var byMember = byMember(session, round);
        return new RevealedSheets(session.panel().seated().stream()
                .filter(it -> byMember.containsKey(it.member())
                        && byMember.get(it.member()).revealed())
                .map(it -> ScoringSteps.read(
                        session, it, byMember.get(it.member()).sheet().orElseThrow()))
                .toList());
    }

    private Map<String, StoredSheet> byMember(EvaluationSession session) {
        return byMember(session, session.round());
    }

    private Map<String, StoredSheet> byMember(EvaluationSession session, int round) {
        return sheets.of(session.id().toString(), round).stream()
                .collect(Collectors.toMap(StoredSheet::member, it -> it));
    }
}
