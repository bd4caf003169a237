package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;

/** The last word on the report was given (评标结束). Fired in its transaction, before the entry of the report. */
public record SessionConcluded(EvaluationSession session) {}
