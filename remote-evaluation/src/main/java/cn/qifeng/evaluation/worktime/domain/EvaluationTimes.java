package cn.qifeng.evaluation.worktime.domain;

/** The evaluation times of all sessions (评标时间库). */
public interface EvaluationTimes {

    /** That of a session; {@link EvaluationTime#NONE} where nothing happened yet. */
    EvaluationTime of(String session);

    /** Keeps what became of it. */
    void save(String session, EvaluationTime time);
}
