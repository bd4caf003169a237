package cn.qifeng.trading.rework.domain;

import java.util.Arrays;
import java.util.Optional;

/** On which grounds a signed report may be reviewed once more (复评事由); nothing else opens it. */
public enum ReworkGround {
    /** Points were added up wrongly (分值汇总计算错误). */
    SUM_WRONG("87号令 §64（一）"),
    /** Points outside the range of the item (分项评分超出评分标准范围). */
    OUT_OF_RANGE("87号令 §64（二）"),
    /** Members differ where the facts decide (客观评审因素评分不一致). */
    OBJECTIVE_DIFFERS("87号令 §64（三）"),
    /** Points strikingly high or low (评分畸高、畸低). */
    EXTREME_POINTS("87号令 §64（四）"),
    /** Not evaluated by the criteria and the method of the tender document (不按照招标文件规定的评标标准和方法评标). */
    NOT_BY_CRITERIA("招标投标法实施条例 §71（三）"),
    /** A bid that had to be rejected was not (对依法应当否决的投标不提出否决意见). */
    NOT_REJECTED("招标投标法实施条例 §71（六）"),
    /** An objection to the result of evaluation is right (异议成立). */
    OBJECTION_UPHELD("招标投标法实施条例 §54"),
    /** A complaint was upheld (投诉成立). */
    COMPLAINT_UPHELD("招标投标法实施条例 §61");

    private final String law;

    ReworkGround(String law) {
        this.law = law;
    }

    /** Where the ground stands. */
    public String law() {
        return law;
    }

    /** The ground of this name. */
    public static Optional<ReworkGround> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
