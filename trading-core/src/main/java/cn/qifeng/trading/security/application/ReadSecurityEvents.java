package cn.qifeng.trading.security.application;

import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trading.security.domain.SecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvents.Filter;
import cn.qifeng.trading.security.domain.SecurityEvents.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The security and the audit administrator read security events (安全审计). */
@ApplicationScoped
public class ReadSecurityEvents {

    private final SecurityEvents events;

    ReadSecurityEvents(SecurityEvents events) {
        this.events = events;
    }

    /** The newest that fit, newest first. */
    @Transactional
    public List<Kept> find(Filter filter, int max) {
        return events.find(filter, max);
    }

    /** How many fit, by kind. */
    @Transactional
    public Map<SecurityEventKind, Long> count(Filter filter) {
        return events.count(filter);
    }
}
