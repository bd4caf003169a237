package cn.qifeng.trading.opening.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An objection on the spot (开标异议), made and answered at the opening (实施条例 §44).
 *
 * @param statement what the bidder signed
 * @param answer what the agency signed, or {@code null}
 */
public record Objection(UUID id, String bidder, Instant at, ObjectNode statement, ObjectNode answer) {

    /** The same with its answer; refuses a second one. */
    public Objection answered(ObjectNode statementOfAgency) {
        if (answer != null) {
            throw OpeningRefusal.ANSWERED.refused();
        }
        return new Objection(id, bidder, at, statement, statementOfAgency);
    }
}
