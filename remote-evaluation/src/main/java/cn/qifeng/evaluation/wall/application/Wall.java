package cn.qifeng.evaluation.wall.application;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import java.time.Instant;
import java.util.List;

/**
 * All rooms of all evaluations at work as they stood at one moment (监控墙).
 *
 * @param at machine time of the moment
 */
public record Wall(Instant at, List<Watched> sessions) {

    public Wall {
        sessions = List.copyOf(sessions);
    }

    /**
     * An evaluation at work (受监控的评标).
     *
     * @param size of its panel
     * @param voided how many attempts before this one are void
     * @param recordingDemanded whether members have to be recorded now
     */
    public record Watched(
            String id,
            String name,
            String lotCode,
            Stage stage,
            HallKind hall,
            boolean frozen,
            boolean fault,
            int voided,
            boolean recordingDemanded,
            int size,
            List<RoomNow> rooms) {

        public Watched {
            rooms = List.copyOf(rooms);
        }
    }

    /**
     * A room of a site (评标室); without booked seats there is one without site and name.
     *
     * @param seats those at which a member checked in
     */
    public record RoomNow(String site, String siteName, String room, List<SeatNow> seats) {

        public RoomNow {
            seats = List.copyOf(seats);
        }
    }

    /**
     * A member at its seat (在席成员), by its session code.
     *
     * @param mark how the clock of its terminal is; {@code null} without a terminal
     * @param offsetMs how far that clock is ahead, in milliseconds; {@code null} where that is not known
     * @param beatAt machine time of the terminal's last sign of life; {@code null} without a terminal
     * @param here whether its browser is in the hall
     * @param recorded whether its recording is confirmed
     */
    public record SeatNow(
            String seat,
            String label,
            boolean leads,
            ClockMark mark,
            Long offsetMs,
            Instant beatAt,
            boolean here,
            boolean recorded) {}
}
