package cn.qifeng.evaluation.expert.domain;

/** Why an expert must not sit on a panel (回避事由, 12号令 §12, 实施条例 §46). */
public enum RecusalGround {
    /** Works for a bidder, the agency or the procuring entity (现工作单位). */
    EMPLOYED,
    /** Worked for one of them (原工作单位). */
    FORMERLY_EMPLOYED,
    /** A near relative works for one of them (近亲属). */
    RELATIVE,
    /** The expert named one of them as a unit to stay away from (主动申报回避单位). */
    AVOIDED_UNIT,
    /** The expert is suspended or left the pool (暂停或出库). */
    NOT_ACTIVE,
    /** None of the expert's specialties is asked for (专业不符). */
    OTHER_SPECIALTY,
    /** The expert lives in none of the regions asked for (地区不符). */
    OTHER_REGION,
    /** The expert has no account with a certificate and could not sign (无签名证书). */
    NO_ACCOUNT,
    /** The expert is as old as the library's limit, or older (超龄). */
    OVER_AGE,
    /** No training of the expert counts (培训未通过或已过期). */
    UNTRAINED,
    /** The expert is banned (失信联合惩戒). */
    BLACKLISTED,
    /** The expert is suspended for low credit (信用分过低). */
    LOW_CREDIT
}
