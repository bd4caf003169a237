package cn.qifeng.evaluation.worktime.application;

import cn.qifeng.evaluation.panel.application.Hosts;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.worktime.domain.EvaluationTime;
import cn.qifeng.evaluation.worktime.domain.EvaluationTimes;
import cn.qifeng.evaluation.worktime.domain.WorktimeRefusal;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how much time a panel has and how many of it ask for more (评标时间查询). */
@ApplicationScoped
public class ReadEvaluationTime {

    private final RunningSessions running;
    private final EvaluationTimes times;
    private final Hosts hosts;

    ReadEvaluationTime(RunningSessions running, EvaluationTimes times, Hosts hosts) {
        this.running = running;
        this.times = times;
        this.hosts = hosts;
    }

    /** That of a session, for members who were invited and, with {@code watches}, for supervisor and centre. */
    @Transactional
    public TimeLine of(SessionId id, String person, boolean watches) {
        var session = running.read(id);
        if (!watches) {
            RunningSessions.seated(session, person);
        }
        return line(session);
    }

    /** Sessions of the caller's organisation whose panel comes together or works. */
    @Transactional
    public List<TimeLine> ofHost(String person) {
        var sessions = Stream.of(
                        Stage.DRAWING, Stage.CONVENING, Stage.SCORING, Stage.REVEALING, Stage.SETTLING, Stage.REVIEWING)
                .flatMap(stage -> running.in(stage).stream())
                .toList();
        return hosts.own(sessions, Function.identity(), person).stream()
                .map(this::line)
                .toList();
    }

    /** What was set and asked in a session. */
    @Transactional
    public EvaluationTime time(SessionId id) {
        return times.of(id.toString());
    }

    /** Refuses with {@link WorktimeRefusal#EXTENSION_OWED} while more than a third of the panel wait for more time. */
    @Transactional
    public void requireNothingOwed(EvaluationSession session) {
        var line = line(session);
        if (line.owed()) {
            throw WorktimeRefusal.EXTENSION_OWED.with(Facts.field(
                            "asked",
                            line.open().size(),
                            "fewer than "
                                    + EvaluationTime.needed(session.panel().size()))
                    .map());
        }
    }

    TimeLine line(EvaluationSession session) {
        var time = times.of(session.id().toString());
        var seated = seated(session);
        return new TimeLine(
                session,
                time,
                time.open(seated),
                time.owed(seated, session.panel().size()));
    }

    static Set<String> seated(EvaluationSession session) {
        return session.panel().seated().stream().map(Seat::member).collect(Collectors.toSet());
    }
}
