package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;

/** A report is signed and stands in the chain (评标报告已签署). Fired in the transaction of the last signature. */
public record ReportSigned(EvaluationSession session) {}
