package cn.qifeng.evaluation.hall.web;

import cn.qifeng.evaluation.hall.application.Ending;
import cn.qifeng.evaluation.hall.application.EnterHall;
import cn.qifeng.evaluation.hall.application.HallSettings;
import cn.qifeng.evaluation.hall.application.IceServers;
import cn.qifeng.evaluation.hall.application.KeepHall;
import cn.qifeng.evaluation.hall.application.Sending;
import cn.qifeng.evaluation.hall.domain.HallTickets.Holder;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The line of a browser to its hall (信令通道): its first word is a ticket, what follows are signals and signs of life.
 * Translates; decides nothing.
 */
@WebSocket(path = "/api/evaluation/live/halls/{session}")
class HallSocket {

    private static final Logger LOG = Logger.getLogger(HallSocket.class);
    private static final int TEXT_MAX = 64 * 1024;
    private static final Duration KNOCK = Duration.ofSeconds(10);

    private final EnterHall enterHall;
    private final KeepHall hall;
    private final IceServers ice;
    private final HallSettings settings;
    private final ObjectMapper json;
    private final Map<String, Guest> guests = new ConcurrentHashMap<>();

    HallSocket(EnterHall enterHall, KeepHall hall, IceServers ice, HallSettings settings, ObjectMapper json) {
        this.enterHall = enterHall;
        this.hall = hall;
        this.ice = ice;
        this.settings = settings;
        this.json = json;
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        try {
            var session = SessionId.of(connection.pathParam("session"));
            guests.put(connection.id(), new Guest(connection, session, Instant.now()));
        } catch (IllegalArgumentException noSession) {
            new Guest(connection, SessionId.random(), Instant.now()).end(Ending.NOT_LET_IN);
        }
    }

    @OnTextMessage
    @Blocking
    void came(String text, WebSocketConnection connection) {
        var guest = guests.get(connection.id());
        if (guest == null || guest.isOut()) {
            return;
        }
        if (text.length() > TEXT_MAX || !guest.heard(Instant.now())) {
            putOut(guest, "too much");
            return;
        }
        try {
            take(guest, json.readTree(text));
        } catch (Refused refused) {
            putOut(guest, refused.code().code());
        } catch (JsonProcessingException noJson) {
            putOut(guest, "no JSON");
        }
    }

    private void take(Guest guest, JsonNode message) {
        var holder = guest.holder();
        if (holder.isEmpty()) {
            enter(guest, message);
            return;
        }
        var who = holder.get().participant();
        switch (message.path("kind").asText()) {
            case "signal" ->
                hall.signal(guest.session(), who, message.path("to").asText(), message.path("signal"));
            case "state" -> hall.tell(guest.session(), who, sending(message.path("sending")));
            case "ice" ->
                guest.send(json.createObjectNode()
                        .put("kind", "ice")
                        .set("iceServers", json.valueToTree(ice.of(who.label()))));
            case "here" -> guest.send(json.createObjectNode().put("kind", "here"));
            default -> putOut(guest, "unknown kind");
        }
    }

    private void enter(Guest guest, JsonNode message) {
        var holder = enterHall.redeem(guest.session(), message.path("ticket").asText());
        guest.is(holder);
        hall.enter(guest.session(), holder.participant(), guest, holder.address());
    }

    private static Sending sending(JsonNode told) {
        return new Sending(
                told.path("microphone").asBoolean(),
                told.path("camera").asBoolean(),
                told.path("screen").asBoolean(),
                told.path("lowered").asBoolean());
    }

    private void putOut(Guest guest, String why) {
        if (!guest.putOut()) {
            return;
        }
        LOG.infof("a participant of a hall was put out: %s", why);
        guest.end(guest.holder().isPresent() ? Ending.PUT_OUT : Ending.NOT_LET_IN);
        guest.holder().ifPresent(it -> hall.putOut(guest.session(), it.participant(), it.address()));
    }

    @OnClose
    @Blocking
    void closed(WebSocketConnection connection) {
        var guest = guests.remove(connection.id());
        if (guest != null) {
            guest.holder().map(Holder::participant).ifPresent(it -> hall.leave(guest.session(), it, guest));
        }
    }

    @OnError
    void failed(Throwable failed) {
        LOG.debugf(failed, "a line of a hall failed");
    }

    /** Ends lines of which nothing is heard any more, and those that never showed a ticket. */
    @Scheduled(every = "5s")
    void endSilent() {
        var now = Instant.now();
        guests.values().stream()
                .filter(it -> it.silentSince(now.minus(it.holder().isPresent() ? settings.silence() : KNOCK)))
                .forEach(it -> it.end(Ending.SILENT));
    }
}
