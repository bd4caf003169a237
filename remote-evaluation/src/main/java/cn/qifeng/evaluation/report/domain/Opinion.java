package cn.qifeng.evaluation.report.domain;

/** What a member says to the report (对评标报告的意见). */
public enum Opinion {
    /** Signs it (同意). */
    AGREE,
    /** Refuses, with a reason in writing (书面说明不同意见). */
    DISSENT
}
