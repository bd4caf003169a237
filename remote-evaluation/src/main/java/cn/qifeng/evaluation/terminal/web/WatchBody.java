package cn.qifeng.evaluation.terminal.web;

import cn.qifeng.evaluation.terminal.application.ReadPresences.Line;
import cn.qifeng.evaluation.terminal.application.ReadPresences.Watch;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import cn.qifeng.evaluation.terminal.domain.ClockReading;
import cn.qifeng.evaluation.terminal.domain.SeatEvent;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import java.time.Instant;
import java.util.List;

/** What main site and supervisor see of the seats of a session. */
record WatchBody(List<LineBody> seats, List<EventBody> events, long alarmMs, long blockMs) {

    static WatchBody of(Watch watch) {
        return new WatchBody(
                watch.lines().stream().map(LineBody::of).toList(),
                watch.events().stream().map(EventBody::of).toList(),
                watch.rules().alarmMs(),
                watch.rules().blockMs());
    }

    /** A member at its seat; {@code offsetMs} is how far its clock is ahead, {@code null} before the second beat. */
    record LineBody(
            String number,
            String seat,
            Instant since,
            Instant beatAt,
            ClockMark mark,
            Long offsetMs,
            Long roundTripMs,
            boolean works) {

        static LineBody of(Line line) {
            var it = line.presence();
            return new LineBody(
                    it.number(),
                    it.seat(),
                    it.since(),
                    it.beatAt(),
                    line.mark(),
                    it.reading().map(ClockReading::offsetMs).orElse(null),
                    it.reading().map(ClockReading::roundTripMs).orElse(null),
                    it.open());
        }
    }

    /** Something that happened. */
    record EventBody(Instant at, String number, SeatEventKind kind, String seat, String address, long offsetMs) {

        static EventBody of(SeatEvent it) {
            return new EventBody(it.at(), it.number(), it.kind(), it.seat(), it.address(), it.offsetMs());
        }
    }
}
