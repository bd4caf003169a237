package cn.qifeng.evaluation.attendance.domain;

/** Why an attendance ended (离场原因); stored by name. */
public enum AttendanceEnd {
    /** The report was signed (评标结束). */
    CONCLUDED,
    /** The member recused itself, was replaced, or its panel was dissolved (退出评标委员会). */
    LEFT
}
