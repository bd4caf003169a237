package cn.qifeng.evaluation.hall.web;

import cn.qifeng.evaluation.hall.application.Ending;
import cn.qifeng.evaluation.hall.application.Line;
import cn.qifeng.evaluation.hall.domain.HallTickets.Holder;
import cn.qifeng.evaluation.hall.domain.Pace;
import cn.qifeng.evaluation.panel.domain.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** A browser at the door of a hall or in it, and its WebSocket. */
final class Guest implements Line {

    private static final Logger LOG = Logger.getLogger(Guest.class);

    /** A page that connects to eight others at once sends some hundred signals in a breath. */
    private static final int BURST = 300;

    private static final int EACH_SECOND = 40;

    private final WebSocketConnection connection;
    private final SessionId session;
    private final Pace pace;
    private volatile Holder holder;
    private final AtomicBoolean out = new AtomicBoolean();
    private volatile Instant heardAt;

    Guest(WebSocketConnection connection, SessionId session, Instant now) {
        this.connection = connection;
        this.session = session;
        this.pace = new Pace(BURST, EACH_SECOND, now);
        this.heardAt = now;
    }

    SessionId session() {
        return session;
    }

    /** Who it is, once its ticket was taken. */
    Optional<Holder> holder() {
        return Optional.ofNullable(holder);
    }

    void is(Holder known) {
        holder = known;
    }

    /** A message came; whether it is within the pace. */
    boolean heard(Instant now) {
        heardAt = now;
        return pace.allows(now);
    }

    /** Whether it is put out now and was not before. */
    boolean putOut() {
        return out.compareAndSet(false, true);
    }

    /** Whether what still comes from it is not read any more. */
    boolean isOut() {
        return out.get();
    }

    boolean silentSince(Instant moment) {
        return heardAt.isBefore(moment);
    }

    @Override
    public void send(JsonNode message) {
        connection
                .sendText(message.toString())
                .subscribe()
                .with(sent -> {}, failed -> LOG.debugf(failed, "a participant has gone"));
    }

    @Override
    public void end(Ending why) {
        connection
                .close(new CloseReason(why.code(), why.name()))
                .subscribe()
                .with(closed -> {}, failed -> LOG.debugf(failed, "a participant had gone"));
    }
}
