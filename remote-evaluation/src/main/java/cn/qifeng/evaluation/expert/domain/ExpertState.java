package cn.qifeng.evaluation.expert.domain;

/** Whether an expert may be drawn (专家状态). */
public enum ExpertState {
    /** May be drawn (在库). */
    ACTIVE,
    /** May not be drawn for a time (暂停). */
    SUSPENDED,
    /** Left the pool for good (出库). */
    REMOVED
}
