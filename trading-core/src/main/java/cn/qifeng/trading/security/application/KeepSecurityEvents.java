package cn.qifeng.trading.security.application;

import cn.qifeng.kit.trail.RequestSource;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Keeps security events. What was done is kept in the transaction that does it, so that one stands exactly when the
 * other does; what was refused or tried is kept in a transaction of its own, because the refusal rolls the other back.
 */
@ApplicationScoped
public class KeepSecurityEvents {

    private final SecurityEvents events;
    private final RequestSource source;

    KeepSecurityEvents(SecurityEvents events, RequestSource source) {
        this.events = events;
        this.source = source;
    }

    /** Something was done. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(SecurityEvent event) {
        events.add(event.from(source.address()));
    }

    /** Something was tried and refused. */
    public void refused(SecurityEvent event) {
        var located = event.from(source.address());
        QuarkusTransaction.requiringNew().run(() -> events.add(located));
    }

    /** Something that happened elsewhere, with the source that was seen there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void told(SecurityEvent event) {
        events.add(event);
    }
}
