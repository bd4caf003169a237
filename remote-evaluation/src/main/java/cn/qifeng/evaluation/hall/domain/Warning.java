package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Warning of a watcher to one seat or to all who are there (见证提醒); each of them acknowledges it.
 *
 * @param number from 1 in each session
 * @param all whether it went to everybody who was there
 * @param to ids of the certificates of those it is for, in the order of the panel
 * @param said what it says, when, and by whom
 * @param seen when each of them acknowledged it
 */
public record Warning(
        SessionId session, int number, boolean all, List<String> to, WitnessAct said, Map<String, Instant> seen) {

    public Warning {
        to = List.copyOf(to);
        seen = Map.copyOf(seen);
    }

    /** Whether it is for this member. */
    public boolean isFor(String member) {
        return to.contains(member);
    }

    /** Whether this member still has to acknowledge it. */
    public boolean awaits(String member) {
        return isFor(member) && !seen.containsKey(member);
    }
}
