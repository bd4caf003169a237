package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.opening.application.OpeningChanged;
import cn.qifeng.trading.opening.application.ShowOpening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

/** Tells every hall that is open on a page that its lot has changed (开标大厅推送); the page then asks for the view. */
@WebSocket(path = "/api/core/live/lots/{lot}")
class LiveHall {

    private static final Logger LOG = Logger.getLogger(LiveHall.class);

    private final ShowOpening showOpening;
    private final OpenConnections connections;

    LiveHall(ShowOpening showOpening, OpenConnections connections) {
        this.showOpening = showOpening;
        this.connections = connections;
    }

    @OnOpen
    @Blocking
    String opened(WebSocketConnection connection) {
        try {
            return message(LotId.of(connection.pathParam("lot")));
        } catch (IllegalArgumentException noLot) {
            connection.closeAndAwait();
            return null;
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OpeningChanged change) {
        var lot = change.lot().toString();
        var message = QuarkusTransaction.suspendingExisting().call(() -> message(change.lot()));
        connections.stream()
                .filter(connection -> lot.equals(connection.pathParam("lot")))
                .forEach(connection -> connection
                        .sendText(message)
                        .subscribe()
                        .with(sent -> {}, failed -> LOG.debugf(failed, "a hall has gone")));
    }

    private String message(LotId lot) {
        return "{\"type\":\"changed\",\"version\":" + showOpening.version(lot) + "}";
    }
}
