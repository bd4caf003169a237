package cn.qifeng.kit.trail;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something of a service that an auditor of security must know (安全事件).
 *
 * @param id made by the service, so that a second delivery is recognised
 * @param at machine time
 * @param service the service in which it happened
 * @param person who did it, or {@code null} for a service or the platform itself
 * @param address the source of the request, or an empty string
 * @param reason code of the refusal, or an empty string
 * @param detail what it was about; never an id of a thing, never a secret
 */
public record Happening(
        UUID id, Kind kind, Instant at, String service, UUID person, String address, String reason, String detail) {

    /** Sorts of happenings that every service has. */
    public enum Kind {
        /** A signed-in person was turned away with 403 (越权被拒). */
        ACCESS_REFUSED,
        /** An activation code for a seat was made (席位激活码签发). */
        SEAT_CODE_ISSUED,
        /** A machine brought a wrong, used or expired activation code (席位激活码不符). */
        SEAT_CODE_REFUSED,
        /** A machine was bound to a seat (席位终端绑定). */
        TERMINAL_BOUND,
        /** A machine was taken from a seat (席位终端解绑). */
        TERMINAL_ENDED,
        /** Somebody opened a recording of an evaluation, for a reason (录像调阅). */
        RECORDING_SEEN,
        /** The service started, with these settings (服务启动). */
        SERVICE_STARTED
    }

    /** Refuses missing parts with {@link NullPointerException}; only the person may be missing. */
    public Happening {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
    }
}
