package cn.qifeng.trading.draw.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Step of a draw (抽取阶段); each begins when a published head covers the one before. */
public enum DrawStage {
    /** The pool is fixed; parties commit (承诺). */
    OPEN,
    /** All commitments are in; parties seal their nonces (密封). */
    COMMITTED,
    /** All nonces are sealed, the absent are left out; parties reveal (揭示). */
    SEALED,
    /** The result is recorded (结果). */
    RESULT,
    /** The draw counts for nothing (作废): a sealed nonce is not the one committed to, or its lot has ended. */
    VOID;

    private static final Map<DrawStage, Set<DrawStage>> NEXT = Map.of(
            OPEN, EnumSet.of(COMMITTED),
            COMMITTED, EnumSet.of(SEALED),
            SEALED, EnumSet.of(RESULT, VOID),
            RESULT, EnumSet.noneOf(DrawStage.class),
            VOID, EnumSet.noneOf(DrawStage.class));

    /** Whether {@code next} may follow this step. */
    boolean allows(DrawStage next) {
        return NEXT.get(this).contains(next);
    }
}
