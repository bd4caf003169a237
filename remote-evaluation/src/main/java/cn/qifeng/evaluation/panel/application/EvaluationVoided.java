package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.SessionId;

/**
 * What a panel did is void (评审作废): it is laid aside, and done again. Fired in the transaction of the decision, before the
 * panel is dissolved.
 *
 * @param fault number of the fault that was decided
 * @param rework whether only a re-review is void, and the former report with all that it rests on stands
 */
public record EvaluationVoided(SessionId session, int fault, boolean rework) {}
