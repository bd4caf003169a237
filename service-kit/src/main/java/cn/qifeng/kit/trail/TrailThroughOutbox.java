package cn.qifeng.kit.trail;

import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Security events of a service that keeps none itself: they go to trading-core through the outbox. */
@DefaultBean
@ApplicationScoped
public class TrailThroughOutbox implements SecurityTrail {

    private static final String PATH = "/internal/security-events";

    private final Outbox outbox;
    private final ObjectMapper json;

    TrailThroughOutbox(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void tell(Happening happening) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.send(
                        happening.id(), Services.TRADING_CORE, PATH, "security-events", json.valueToTree(happening)));
    }
}
