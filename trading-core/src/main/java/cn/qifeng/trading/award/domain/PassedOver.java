package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.Objects;

/**
 * A ranked candidate that does not win although its turn had come (递补, 招标投标法实施条例 §55).
 *
 * @param reason in words; refused when blank
 */
public record PassedOver(BidRef bid, Cause cause, String reason) {

    /** Why the next candidate may win (不符合中标条件的情形). */
    public enum Cause {
        /** It gave up the award (放弃中标). */
        ABANDONED,
        /** It cannot perform because of force majeure (因不可抗力不能履行合同). */
        FORCE_MAJEURE,
        /** It did not give the performance security that the document asks for (不按照招标文件要求提交履约保证金). */
        NO_PERFORMANCE_SECURITY,
        /** An unlawful act that bears on the result was proved (被查实存在影响中标结果的违法行为). */
        UNLAWFUL
    }

    public PassedOver {
        Objects.requireNonNull(bid, "bid");
        Objects.requireNonNull(cause, "cause");
        if (reason == null || reason.isBlank()) {
            throw new Refused(AwardRefusal.REASON_MISSING, Facts.field("reason", reason, "text"));
        }
    }
}
