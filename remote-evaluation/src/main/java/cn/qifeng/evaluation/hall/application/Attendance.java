package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.MediaRoom;
import cn.qifeng.evaluation.panel.domain.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in which hall of this node now (在场名册). */
@ApplicationScoped
class Attendance implements MediaRoom.Lines {

    private final Map<SessionId, Map<String, Present>> halls = new ConcurrentHashMap<>();

    /** Puts somebody in the place of its label; tells who was there before. */
    Optional<Present> put(SessionId session, Present present) {
        return Optional.ofNullable(hall(session).put(present.who().label(), present));
    }

    /** Takes somebody out when it is still there by this line. */
    boolean remove(SessionId session, String label, Line line) {
        var found = hall(session).get(label);
        return found != null && found.line() == line && hall(session).remove(label, found);
    }

    Optional<Present> find(SessionId session, String label) {
        return Optional.ofNullable(hall(session).get(label));
    }

    List<Present> all(SessionId session) {
        return List.copyOf(hall(session).values());
    }

    List<Present> others(SessionId session, String label) {
        return hall(session).values().stream()
                .filter(it -> !it.who().label().equals(label))
                .toList();
    }

    /** Empties a hall that is closed; tells who was there. */
    List<Present> close(SessionId session) {
        var gone = halls.remove(session);
        return gone == null ? List.of() : List.copyOf(gone.values());
    }

    @Override
    public void send(SessionId session, String label, JsonNode message) {
        find(session, label).ifPresent(it -> it.line().send(message));
    }

    private Map<String, Present> hall(SessionId session) {
        return halls.computeIfAbsent(session, it -> new ConcurrentHashMap<>());
    }
}
