package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.evaluation.clarification.domain.ClarificationKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * On what a rejection rests (否决依据): a fact that stands in the bid, or content about which the bidder has to be asked
 * first (1117号 三(十三)).
 */
public enum RejectionBasis {
    /** A fact that stands in the bid, with nothing unclear about it (投标文件载明的事实). */
    FACT(EnumSet.noneOf(ClarificationKind.class)),
    /** A price above the ceiling (报价高于最高投标限价). */
    ABOVE_CEILING(EnumSet.noneOf(ClarificationKind.class)),
    /** A price that may lie below cost (可能低于成本). */
    BELOW_COST(EnumSet.of(ClarificationKind.LOW_PRICE)),
    /** Content whose meaning is unclear (含义不明确). */
    UNCLEAR(EnumSet.of(ClarificationKind.AMBIGUITY)),
    /** Content that says two things of one matter (同类问题表述不一致). */
    INCONSISTENT(EnumSet.of(ClarificationKind.AMBIGUITY)),
    /** Marks in a blind file that tell or can tell whose it is (违反暗标编制要求). */
    BLIND_BREACH(EnumSet.noneOf(ClarificationKind.class)),
    /** An obvious error of text or calculation (明显文字和计算错误). */
    OBVIOUS_ERROR(EnumSet.of(ClarificationKind.OBVIOUS_ERROR, ClarificationKind.ARITHMETIC));

    private final Set<ClarificationKind> kinds;

    RejectionBasis(Set<ClarificationKind> kinds) {
        this.kinds = kinds;
    }

    /** Kinds of clarification of which one must have come before; none where the bidder need not be asked. */
    public Set<ClarificationKind> priorKinds() {
        return Set.copyOf(kinds);
    }

    /**
     * Whether this can be the basis of that ground: a price is too high or too low exactly as RJ5, and the rules for
     * blind files are a substantive requirement.
     */
    public boolean fits(RejectionCode code) {
        return (code == RejectionCode.RJ5) == (this == ABOVE_CEILING || this == BELOW_COST)
                && (this != BLIND_BREACH || code == RejectionCode.RJ6);
    }
}
