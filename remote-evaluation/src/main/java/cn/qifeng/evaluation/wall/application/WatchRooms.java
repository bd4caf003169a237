package cn.qifeng.evaluation.wall.application;

import cn.qifeng.evaluation.fault.application.ReadFaults;
import cn.qifeng.evaluation.hall.application.HallDoor.Visitor;
import cn.qifeng.evaluation.hall.application.ReadHall;
import cn.qifeng.evaluation.hall.application.ReadHall.Hall;
import cn.qifeng.evaluation.hall.application.ReadHall.MemberHere;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.recording.application.GuardRecording;
import cn.qifeng.evaluation.site.application.ReadSites;
import cn.qifeng.evaluation.site.domain.SeatKey;
import cn.qifeng.evaluation.terminal.application.ReadPresences;
import cn.qifeng.evaluation.terminal.application.ReadPresences.Line;
import cn.qifeng.evaluation.terminal.domain.ClockReading;
import cn.qifeng.evaluation.wall.application.Wall.RoomNow;
import cn.qifeng.evaluation.wall.application.Wall.SeatNow;
import cn.qifeng.evaluation.wall.application.Wall.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows a supervisor all remote rooms at one moment (远程评标室同步监控): seats, terminals, hall, recording, stops. */
@ApplicationScoped
public class WatchRooms {

    private static final SeatKey NOWHERE = new SeatKey("", "", "");

    private final RunningSessions running;
    private final ReadHall halls;
    private final ReadPresences presences;
    private final GuardRecording recordings;
    private final ReadFaults faults;
    private final ReadSites sites;

    WatchRooms(
            RunningSessions running,
            ReadHall halls,
            ReadPresences presences,
            GuardRecording recordings,
            ReadFaults faults,
            ReadSites sites) {
        this.running = running;
        this.halls = halls;
        this.presences = presences;
        this.recordings = recordings;
        this.faults = faults;
        this.sites = sites;
    }

    /** Every evaluation whose panel comes together or works, read in one transaction. */
    @Transactional
    public Wall now(String supervisor) {
        var at = Instant.now();
        var watched = running.all().stream()
                .filter(it -> it.stage().isFrom(Stage.CONVENING) && !it.stage().isFrom(Stage.CONCLUDED))
                .map(it -> watched(it, supervisor))
                .toList();
        return new Wall(at, watched);
    }

    private Watched watched(EvaluationSession session, String supervisor) {
        var hall = halls.view(session.id(), new Visitor(supervisor, true));
        var recording = recordings.alarm(session.id(), supervisor, true);
        var stopped = faults.whole(session.id(), supervisor);
        var order = session.order();
        return new Watched(
                session.id().toString(),
                order.name(),
                order.lotCode(),
                session.stage(),
                hall.kind(),
                hall.frozen().isPresent(),
                stopped.faults().stream().anyMatch(it -> it.stops(stopped.now())),
                (int) stopped.faults().stream()
                        .filter(it -> it.voided().isPresent())
                        .count(),
                recording.demanded(),
                session.panel().size(),
                rooms(session, hall));
    }

    private List<RoomNow> rooms(EvaluationSession session, Hall hall) {
        var atSeats = bySessionCode(session);
        var rooms = new TreeMap<String, List<SeatNow>>();
        for (MemberHere member : hall.members()) {
            var line = atSeats.get(member.label());
            var key = line == null ? NOWHERE : SeatKey.of(line.presence().seat());
            rooms.computeIfAbsent(key.roomKey(), it -> new ArrayList<>()).add(seat(key.seat(), member, line));
        }
        return rooms.entrySet().stream()
                .map(it -> room(it.getKey(), it.getValue()))
                .toList();
    }

    private Map<String, Line> bySessionCode(EvaluationSession session) {
        var lines = new HashMap<String, Line>();
        for (Line line : presences.watch(session.id()).lines()) {
            var seat = session.panel().seat(line.presence().number());
            lines.put(Participant.label(session, seat), line);
        }
        return lines;
    }

    private static SeatNow seat(String seat, MemberHere member, Line line) {
        return new SeatNow(
                seat,
                member.label(),
                member.leads(),
                line == null ? null : line.mark(),
                line == null
                        ? null
                        : line.presence().reading().map(ClockReading::offsetMs).orElse(null),
                line == null ? null : line.presence().beatAt(),
                member.here(),
                member.recorded());
    }

    private RoomNow room(String key, List<SeatNow> seats) {
        var room = SeatKey.of(key + "/");
        return new RoomNow(room.site(), room.site().isEmpty() ? "" : sites.nameOf(room.site()), room.room(), seats);
    }
}
