package cn.qifeng.trading.tender.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Stage (阶段) of a tender with its one lot. Which stage may follow which stands in one table. */
public enum Stage {
    /** Being written by the agency; nobody else sees it (编制). */
    DRAFT,
    /** Published; bids are taken until the deadline (公告、投标). */
    BIDDING,
    /** The deadline has passed, the bid list is being frozen (投标截止). */
    DEADLINE_REACHED,
    /** Fewer than three bids, or no bid left: to be tendered again (流标, 招标投标法 §28、§42). */
    FAILED,
    /** Names are read, K is drawn, trustees press (开标). */
    OPENING,
    /** All prices are on the record (已开标). */
    OPENED,
    /** The evaluation committee works (评标), for the first time or once more (复评). */
    EVALUATING,
    /** The evaluation report is signed (已评标). */
    EVALUATED,
    /** Candidates are publicised for objections (候选人公示, 实施条例 §54). */
    CANDIDATE_PUBLICITY,
    /** The award committee decides (定标). */
    AWARDING,
    /** The result is publicised (中标结果公示). */
    AWARD_PUBLICITY,
    /** The notice of award is issued (发出中标通知书, 招标投标法 §45). */
    AWARD_NOTICED,
    /** The contract is recorded (合同订立, 招标投标法 §46). */
    CONTRACTED,
    /** Nothing more will happen (归档). */
    CLOSED;

    private static final Map<Stage, Set<Stage>> NEXT = table();

    private static Map<Stage, Set<Stage>> table() {
        var next = new EnumMap<Stage, Set<Stage>>(Stage.class);
        next.put(DRAFT, EnumSet.of(BIDDING));
        next.put(BIDDING, EnumSet.of(DEADLINE_REACHED));
        next.put(DEADLINE_REACHED, EnumSet.of(OPENING, FAILED));
        next.put(OPENING, EnumSet.of(OPENED, FAILED));
        next.put(OPENED, EnumSet.of(EVALUATING));
        next.put(EVALUATING, EnumSet.of(EVALUATED, FAILED));
        next.put(EVALUATED, EnumSet.of(CANDIDATE_PUBLICITY, EVALUATING));
        next.put(CANDIDATE_PUBLICITY, EnumSet.of(AWARDING, EVALUATING, FAILED));
        next.put(AWARDING, EnumSet.of(AWARD_PUBLICITY, AWARD_NOTICED, EVALUATING, FAILED));
        next.put(AWARD_PUBLICITY, EnumSet.of(AWARD_NOTICED, EVALUATING));
        next.put(AWARD_NOTICED, EnumSet.of(CONTRACTED, AWARDING, FAILED));
        next.put(CONTRACTED, EnumSet.of(CLOSED));
        next.put(FAILED, EnumSet.of(CLOSED));
        next.put(CLOSED, EnumSet.noneOf(Stage.class));
        return next;
    }

    /** The stages that may follow this one. */
    public Set<Stage> next() {
        return Set.copyOf(NEXT.get(this));
    }

    /** Whether {@code stage} may follow this one. */
    public boolean allows(Stage stage) {
        return NEXT.get(this).contains(stage);
    }

    /** Whether the public may know of the tender. */
    public boolean isPublic() {
        return this != DRAFT;
    }
}
