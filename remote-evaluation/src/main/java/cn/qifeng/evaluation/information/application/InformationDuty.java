package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import java.util.Optional;

/** What somebody owes about a question to the procuring entity (征询待办). */
public record InformationDuty(EvaluationSession session, InformationRequest request, Act act) {

    /** What is to be done. */
    public enum Act {
        /** The supervisor lets the question through or stops it (放行问题). */
        GATE,
        /** Procuring entity or agency answers (答复). */
        ANSWER,
        /** The supervisor delivers the answer or withholds it (审查答复). */
        PASS
    }

    /** What is owed in the state of a question. */
    static Optional<Act> of(InformationRequest request, boolean hosts, boolean supervises) {
        return switch (request.state()) {
            case AT_GATE -> Optional.of(Act.GATE).filter(it -> supervises);
            case RELEASED -> Optional.of(Act.ANSWER).filter(it -> hosts);
            case ANSWERED -> Optional.of(Act.PASS).filter(it -> supervises);
            default -> Optional.empty();
        };
    }
}
