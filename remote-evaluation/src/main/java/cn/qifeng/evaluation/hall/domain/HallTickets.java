package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Tickets with which browsers open their line to a hall (入场票); each serves once. */
public interface HallTickets {

    /**
     * Who holds a ticket (持票人).
     *
     * @param address from where it was asked for; empty when unknown
     */
    record Holder(Participant participant, String address) {}

    /** Keeps one under its hash; those that are too old go. */
    void give(String hash, SessionId session, Holder holder, Instant now, Instant until);

    /** Takes one that still lives; it is gone then. */
    Optional<Holder> take(String hash, SessionId session, Instant now);
}
