package cn.qifeng.trading.security.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where security events are kept (安全事件库): they are added and read; there is no way to change or delete one. */
public interface SecurityEvents {

    /** Keeps an event; one that is kept already (same id) is left as it is. */
    void add(SecurityEvent event);

    /** The newest that fit, newest first. */
    List<Kept> find(Filter filter, int max);

    /** How many fit, by kind. */
    Map<SecurityEventKind, Long> count(Filter filter);

    /** An event and its number; numbers grow. */
    record Kept(long number, SecurityEvent event) {}

    /**
     * What to look for; {@code null} is no condition.
     *
     * @param name account or organisation, as actor or as target, exactly
     * @param from first moment
     * @param to first moment after
     * @param before only numbers below this one, for the next page
     */
    record Filter(SecurityEventKind kind, String name, Instant from, Instant to, Long before) {}
}
