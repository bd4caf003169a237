package cn.qifeng.trading.award.domain;

/** Name of an award's state (定标阶段), for rows and pages. */
public enum Phase {
    /** 报告审查. */
    REVIEWING,
    /** 复评. */
    REWORKING,
    /** 定标候选人公示. */
    FINALISTS_PUBLICITY,
    /** 按名次确定中标人. */
    DETERMINING,
    /** 组建定标委员会. */
    CONVENING,
    /** 密封投票. */
    BALLOTING,
    /** 公开选票. */
    REVEALING,
    /** 定标结果公示. */
    DECIDED,
    /** 未产生中标人. */
    UNDECIDED,
    /** 中标人已确定. */
    WINNER_DETERMINED,
    /** 已发中标通知书. */
    NOTICED
}
