package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.ConductRecord;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.PoolHistory.Change;
import cn.qifeng.evaluation.expert.domain.Recusal;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything about one expert on a day (专家档案).
 *
 * @param grounds why the expert could not be drawn on that day, whatever the project
 * @param history the newest first, with the names of who made the changes
 */
public record ExpertFile(
        Expert expert, ConductRecord conduct, List<Recusal> grounds, List<Change> history, LocalDate on) {}
