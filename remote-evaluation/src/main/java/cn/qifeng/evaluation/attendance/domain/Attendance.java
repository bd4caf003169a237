package cn.qifeng.evaluation.attendance.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attendance of a member at an evaluation (到场记录): from its check-in until the evaluation or its membership ended.
 *
 * @param turn from 1 for each member; a re-review is another turn
 * @param number number of the member on the panel
 * @param expert whether it is an expert, who is paid; others represent the procuring entity
 * @param site name of the site; empty where nobody sits at booked seats
 * @param seat seat as it is told; empty likewise
 * @param from legal time of the check-in
 * @param to legal time of the end; empty while it lasts
 * @param end why it ended
 */
public record Attendance(
        SessionId session,
        String number,
        int turn,
        String name,
        String employer,
        boolean expert,
        String site,
        String seat,
        Instant from,
        Optional<Instant> to,
        Optional<AttendanceEnd> end) {

    /** It is over. */
    public Attendance until(Instant moment, AttendanceEnd why) {
        return new Attendance(
                session, number, turn, name, employer, expert, site, seat, from, Optional.of(moment), Optional.of(why));
    }

    /** How long it lasted; nothing while it lasts. */
    public Optional<Duration> lasted() {
        return to.map(it -> Duration.between(from, it));
    }
}
