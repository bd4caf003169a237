package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import java.util.Optional;

/**
 * What the panel found when fewer than three bids were valid (有效投标不足三个的竞争性论证, 12号令 §27): it may reject all or
 * go on, and the reasoning stands in the report.
 */
public record Competition(Choice choice, String finding) {

    /** Fewest valid bids at which no finding is needed. */
    public static final int VALID_MIN = 3;

    /** The two ways. */
    public enum Choice {
        /** Competition is still effective (继续评审). */
        CONTINUE,
        /** Clearly no competition (否决全部投标). */
        REJECT_ALL
    }

    /**
     * Refuses a missing finding, and a finding where the law leaves no room for one (R29); in government procurement
     * fewer than three bids that respond leave one way only (政府采购法 §36).
     */
    public static void check(int validBids, Optional<Competition> competition, boolean procurement) {
        boolean needed = validBids > 0 && validBids < VALID_MIN;
        if (needed && competition.filter(it -> !it.finding().isBlank()).isEmpty()) {
            throw ScoringRefusal.COMPETITION_FINDING_NEEDED.with(
                    Facts.field("competition.finding", null, "CONTINUE or REJECT_ALL, with reasoning")
                            .and("validBids", validBids)
                            .map());
        }
        if (needed && procurement && competition.get().choice() == Choice.CONTINUE) {
            throw ScoringRefusal.PROCUREMENT_ENDS.with(
                    Facts.field("competition.choice", Choice.CONTINUE, Choice.REJECT_ALL)
                            .and("validBids", validBids)
                            .map());
        }
        if (!needed && competition.isPresent()) {
            throw ScoringRefusal.COMPETITION_FINDING_FOREIGN.with(
                    Facts.field("competition", competition.get().choice(), null)
                            .and("validBids", validBids)
                            .map());
        }
    }
}
