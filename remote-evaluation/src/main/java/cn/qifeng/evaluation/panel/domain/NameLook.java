package cn.qifeng.evaluation.panel.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody looked at names of a panel (查看名单).
 *
 * @param by id of the person
 * @param seen how many names were shown
 */
public record NameLook(UUID id, SessionId session, String by, String role, String reason, int seen, Instant at) {
    public NameLook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
