package cn.qifeng.kit.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/**
 * Sends events to other services (发件箱). What is sent stands in the transaction of the caller: it leaves only if that
 * commits, survives a restart, and arrives at least once and in order within its stream. Each delivery carries the
 * message id as {@code Idempotency-Key}; receivers are idempotent.
 */
@ApplicationScoped
public class Outbox {

    private final Messages messages;
    private final Event<Sent> sent;

    Outbox(Messages messages, Event<Sent> sent) {
        this.messages = messages;
        this.sent = sent;
    }

    /**
     * Puts one event into the outbox.
     *
     * @param destination name of the receiving service
     * @param path path of the POST, such as {@code /internal/sessions}
     * @param stream what keeps its order, such as a lot or tender id; others overtake it freely
     * @param body JSON body
     * @return the id of the message
     */
    public UUID send(String destination, String path, String stream, JsonNode body) {
        return send(UUID.randomUUID(), destination, path, stream, body);
    }

    /** The same under an id that the caller made. */
    public UUID send(UUID id, String destination, String path, String stream, JsonNode body) {
        messages.add(new Message(id, destination, path, stream, body.toString(), 0));
        sent.fire(new Sent(destination));
        return id;
    }
}
