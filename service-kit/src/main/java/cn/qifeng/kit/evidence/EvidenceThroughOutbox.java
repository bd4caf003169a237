package cn.qifeng.kit.evidence;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Evidence of a service without a log of its own: goes to trading-core through the outbox, in the tender's order. */
@DefaultBean
@ApplicationScoped
public class EvidenceThroughOutbox implements Evidence {

    private static final String PATH = "/internal/evidence";

    private final Outbox outbox;
    private final ObjectMapper json;

    EvidenceThroughOutbox(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void record(TenderId tender, String type, ObjectNode body) {
        var id = UUID.randomUUID();
        var entry = json.createObjectNode()
                .put("id", id.toString())
                .put("tender", tender.toString())
                .put("type", type);
        entry.set("body", body);
        outbox.send(id, Services.TRADING_CORE, PATH, tender.toString(), entry);
    }
}
