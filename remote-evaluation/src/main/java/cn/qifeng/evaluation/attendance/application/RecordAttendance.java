package cn.qifeng.evaluation.attendance.application;

import cn.qifeng.evaluation.attendance.domain.Attendance;
import cn.qifeng.evaluation.attendance.domain.AttendanceEnd;
import cn.qifeng.evaluation.attendance.domain.Attendances;
import cn.qifeng.evaluation.panel.application.MemberArrived;
import cn.qifeng.evaluation.panel.application.MemberLeft;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionConcluded;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.rework.application.ReworkBegun;
import cn.qifeng.evaluation.site.application.ReadSeats;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Records who came when and how long it stayed (记录到场与离场), in the transaction of what tells it. */
@ApplicationScoped
class RecordAttendance {

    private final Attendances attendances;
    private final RunningSessions running;
    private final ReadSeats seats;
    private final LegalClock clock;

    RecordAttendance(Attendances attendances, RunningSessions running, ReadSeats seats, LegalClock clock) {
        this.attendances = attendances;
        this.running = running;
        this.seats = seats;
        this.clock = clock;
    }

    void arrived(@Observes MemberArrived arrived) {
        var panel = running.read(arrived.session()).panel();
        begin(arrived.session(), panel.seat(arrived.number()), clock.now());
    }

    /** The same panel comes together once more. */
    void again(@Observes ReworkBegun begun) {
        var now = clock.now();
        running.read(begun.session()).panel().seated().forEach(it -> begin(begun.session(), it, now));
    }

    void left(@Observes MemberLeft left) {
        var numbers = running.read(left.session()).panel().seats().stream()
                .filter(it -> it.member().equals(left.member()))
                .map(Seat::number)
                .toList();
        end(left.session(), it -> numbers.contains(it.number()), AttendanceEnd.LEFT);
    }

    void concluded(@Observes SessionConcluded concluded) {
        end(concluded.session().id(), it -> true, AttendanceEnd.CONCLUDED);
    }

    private void begin(SessionId session, Seat seat, Instant now) {
        var former = attendances.of(session).stream()
                .filter(it -> it.number().equals(seat.number()))
                .toList();
        if (former.stream().anyMatch(it -> it.to().isEmpty())) {
            return;
        }
        var card = Optional.of(seats.card(session, seat.person()));
        attendances.add(new Attendance(
                session,
                seat.number(),
                former.size() + 1,
                seat.name(),
                seat.employer(),
                seat.kind() == SeatKind.EXPERT,
                card.flatMap(ReadSeats.Card::site).map(Site::name).orElse(""),
                card.flatMap(ReadSeats.Card::place)
                        .map(it -> it.room() + "-" + it.seat())
                        .orElse(""),
                now,
                Optional.empty(),
                Optional.empty()));
    }

    private void end(SessionId session, Predicate<Attendance> of, AttendanceEnd why) {
        var now = clock.now();
        attendances.of(session).stream()
                .filter(it -> it.to().isEmpty())
                .filter(of)
                .forEach(it -> attendances.save(it.until(now, why)));
    }
}
