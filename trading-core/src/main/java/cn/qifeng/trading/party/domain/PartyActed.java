package cn.qifeng.trading.party.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * Something about organisations, people or roles was done (主体事项已办); told in its transaction, so that the log takes it
 * in. It belongs to no tender.
 *
 * @param type kind of the entry, {@code party/…}
 * @param body ids, roles and states; no secret
 */
public record PartyActed(String type, ObjectNode body) {

    public PartyActed {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(body, "body");
    }
}
