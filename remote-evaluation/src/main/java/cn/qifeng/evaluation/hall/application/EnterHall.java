package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.application.HallDoor.Visitor;
import cn.qifeng.evaluation.hall.application.IceServers.IceServer;
import cn.qifeng.evaluation.hall.domain.HallRefusal;
import cn.qifeng.evaluation.hall.domain.HallTickets;
import cn.qifeng.evaluation.hall.domain.HallTickets.Holder;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.trail.RequestSource;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/**
 * Lets a browser into the hall of a session (进入评标厅). A WebSocket carries neither the token nor the proof of the seat's
 * machine, so a ticket is asked for by an ordinary request, which does, and is the first word on the line.
 */
@ApplicationScoped
public class EnterHall {

    private static final int TICKET_BYTES = 24;

    private final HallDoor door;
    private final HallTickets tickets;
    private final Rooms rooms;
    private final IceServers ice;
    private final RequestSource source;
    private final HallSettings settings;
    private final SecureRandom random = new SecureRandom();

    EnterHall(
            HallDoor door,
            HallTickets tickets,
            Rooms rooms,
            IceServers ice,
            RequestSource source,
            HallSettings settings) {
        this.door = door;
        this.tickets = tickets;
        this.rooms = rooms;
        this.ice = ice;
        this.source = source;
        this.settings = settings;
    }

    /**
     * A ticket for one line.
     *
     * @param ticket hex; known to the browser alone
     */
    public record Ticket(String ticket, Participant participant, HallKind hall, List<IceServer> iceServers) {}

    /** A ticket for whoever has a place in the hall; refuses while there is no hall or it may not open. */
    @Transactional
    public Ticket ticket(SessionId id, Visitor visitor) {
        var place = door.of(id, visitor);
        var kind = openHall(place.session());
        var secret = new byte[TICKET_BYTES];
        random.nextBytes(secret);
        var now = Instant.now();
        var holder = new Holder(place.participant(), source.address());
        tickets.give(hash(Hex.encode(secret)), id, holder, now, now.plus(settings.ticketLife()));
        var label = place.participant().label();
        return new Ticket(Hex.encode(secret), place.participant(), kind, ice.of(label));
    }

    private HallKind openHall(EvaluationSession session) {
        var kind = DrawPlans.hall(session);
        if (!kind.exists()) {
            throw HallRefusal.NO_HALL.at("hall", kind, "a hall");
        }
        if (!HallDoor.atWork(session)) {
            throw HallRefusal.NOT_OPEN.at("stage", session.stage(), "the panel at work");
        }
        if (!rooms.of(kind).available()) {
            throw HallRefusal.NOT_RECORDED.at("room", "no media server", "a media server that is ready");
        }
        if (settings.recordingCompulsory() && !rooms.of(kind).records()) {
            throw HallRefusal.NOT_RECORDED.at("recorder", "none", "a recorder that is ready");
        }
        return kind;
    }

    /** Whom a ticket lets in; refuses with {@link HallRefusal#TICKET}. */
    @Transactional
    public Holder redeem(SessionId id, String ticket) {
        return tickets.take(hash(ticket), id, Instant.now())
                .orElseThrow(() -> HallRefusal.TICKET.at("ticket", "unknown", "one of the last seconds"));
    }

    private static String hash(String ticket) {
        return Sm3.hex(Bytes.ascii("QH1 ticket"), Bytes.ascii(ticket));
    }
}
