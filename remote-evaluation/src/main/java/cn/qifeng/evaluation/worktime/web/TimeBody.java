package cn.qifeng.evaluation.worktime.web;

import cn.qifeng.evaluation.worktime.application.TimeLine;
import cn.qifeng.evaluation.worktime.domain.EvaluationTime;
import java.time.Instant;
import java.util.List;

/**
 * The evaluation time of a session; who asked is told to nobody, how many and why to all.
 *
 * @param needed how many have to ask for an extension to be owed
 * @param asks whether the caller's own request waits
 */
record TimeBody(
        String id,
        String tender,
        String name,
        String stage,
        int size,
        int needed,
        Instant until,
        boolean owed,
        boolean asks,
        List<Asked> open,
        List<End> ends) {

    static TimeBody of(TimeLine line, String member) {
        var session = line.session();
        return new TimeBody(
                session.id().toString(),
                session.order().tender().toString(),
                session.order().name(),
                session.stage().name(),
                session.panel().size(),
                EvaluationTime.needed(session.panel().size()),
                line.time().end().map(it -> it.until()).orElse(null),
                line.owed(),
                line.open().stream().anyMatch(it -> it.member().equals(member)),
                line.open().stream().map(it -> new Asked(it.reason(), it.at())).toList(),
                line.time().ends().stream()
                        .map(it -> new End(it.number(), it.until(), it.reason(), it.asked(), it.at()))
                        .toList());
    }

    /** A request that waits. */
    record Asked(String reason, Instant at) {}

    /** An end that was set. */
    record End(int number, Instant until, String reason, int asked, Instant at) {}
}
