package cn.qifeng.evaluation.expert.domain;

/** What an expert did (信用事项), with the points that it takes unless the library sets others. */
public enum CreditKind {
    /** Came late (迟到). */
    LATE(-2),
    /** Accepted and did not come (应到未到). */
    NO_SHOW(-5),
    /** Left before the end (擅自离场). */
    LEFT(-5),
    /** Gave an objective item another score than the facts (客观分打错). */
    OBJECTIVE_MISMATCH(-10),
    /** Gave an extreme score without a reason (无理由异常打分). */
    UNREASONED_EXTREME(-10),
    /** Told what had to stay secret (泄密, 实施条例 §71). */
    LEAK(-20),
    /** Made a false declaration of recusal, or took favours (虚假承诺或受贿, 实施条例 §72). */
    FRAUD(-100),
    /** What another library had taken (转入扣分). */
    CARRIED_OVER(0);

    private final int points;

    CreditKind(int points) {
        this.points = points;
    }

    /** Points by default, 0 or negative. */
    public int points() {
        return points;
    }
}
