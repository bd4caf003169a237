package cn.qifeng.evaluation.worktime.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.worktime.domain.EvaluationTime;
import cn.qifeng.evaluation.worktime.domain.TimeRequest;
import java.util.List;

/**
 * The evaluation time of a session as it stands (评标时间现状).
 *
 * @param open requests that wait for an extension
 * @param owed whether more than a third of the panel ask
 */
public record TimeLine(EvaluationSession session, EvaluationTime time, List<TimeRequest> open, boolean owed) {}
