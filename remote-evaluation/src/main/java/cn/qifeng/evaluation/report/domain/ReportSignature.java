package cn.qifeng.evaluation.report.domain;

/** A member's signed word on the report (签署意见); {@code statement} is canonical JSON. */
public record ReportSignature(String member, Opinion opinion, String reason, String statement) {}
