package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.LotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evaluation sessions as the platform keeps them (评标会库). */
public interface Sessions {

    /** One session. */
    Optional<EvaluationSession> find(SessionId id);

    /** One session, locked against others until the transaction ends. */
    Optional<EvaluationSession> lock(SessionId id);

    /** The session of a lot. */
    Optional<EvaluationSession> ofLot(LotId lot);

    /** All sessions in one of the stages. */
    List<EvaluationSession> in(Stage... stages);

    /** All sessions, newest first. */
    List<EvaluationSession> all();

    /** Sessions that were opened since then by the machine clock. */
    List<EvaluationSession> openedSince(Instant moment);

    /** Stores a new session. */
    void add(EvaluationSession session);

    /** Stores what became of a session. */
    void save(EvaluationSession session);
}
