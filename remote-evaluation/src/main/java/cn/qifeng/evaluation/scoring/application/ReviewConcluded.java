package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.SessionId;

/** The review of a session is concluded (评审汇总完成); fired in the same transaction. */
public record ReviewConcluded(SessionId session) {}
