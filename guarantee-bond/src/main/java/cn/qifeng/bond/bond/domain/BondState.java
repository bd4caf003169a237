package cn.qifeng.bond.bond.domain;

/** Name of a bond's state (保函状态), for rows and pages. */
public enum BondState {
    /** 已申请. */
    APPLIED,
    /** 未通过. */
    DECLINED,
    /** 已出函. */
    ISSUED,
    /** 有效. */
    VALID,
    /** 无效. */
    INVALID,
    /** 未使用. */
    UNUSED,
    /** 已释放. */
    RELEASED;

    /** The name of a bond's state. */
    public static BondState of(Bond bond) {
        if (bond instanceof Bond.Applied) {
            return APPLIED;
        }
        if (bond instanceof Bond.Declined) {
            return DECLINED;
        }
        if (bond instanceof Bond.Issued) {
            return ISSUED;
        }
        if (bond instanceof Bond.Valid) {
            return VALID;
        }
        if (bond instanceof Bond.Invalid) {
            return INVALID;
        }
        return bond instanceof Bond.Unused ? UNUSED : RELEASED;
    }
}
