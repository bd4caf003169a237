package cn.qifeng.evaluation.worktime.web;

import cn.qifeng.evaluation.worktime.application.TimeLine;
import cn.qifeng.evaluation.worktime.domain.EvaluationTime;
import java.time.Instant;
import java.util.List;

/**
 * The evaluation time of a session; who asked is told to nobody, how many and why to all.
 *
 * @param hours what the tender document gives the panel at least; {@code null} where it says nothing
 * @param begun when the panel was complete; {@code null} before
 * @param until until when it has time, by the document or by what was set
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
        Integer hours,
        Instant begun,
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
                session.order().panel().hours().orElse(null),
                line.time().begun(),
                line.time().until(session.order().panel().hours()).orElse(null),
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
