package cn.qifeng.trading.security.application;

import cn.qifeng.kit.trail.Happening;
import cn.qifeng.kit.trail.SecurityTrail;
import cn.qifeng.trading.security.domain.AccountNames;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEvent.Named;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes in what happened in any service (安全事件归集); a second delivery of the same one changes nothing. */
@ApplicationScoped
public class TakeTrail implements SecurityTrail {

    private static final String NOBODY_KNOWN = "?";

    private final KeepSecurityEvents keep;
    private final AccountNames accounts;

    TakeTrail(KeepSecurityEvents keep, AccountNames accounts) {
        this.keep = keep;
        this.accounts = accounts;
    }

    @Override
    public void tell(Happening happening) {
        QuarkusTransaction.requiringNew().run(() -> keep.told(event(happening)));
    }

    private SecurityEvent event(Happening happening) {
        return new SecurityEvent(
                happening.id(),
                SecurityEventKind.valueOf(happening.kind().name()),
                happening.at(),
                happening.service(),
                Optional.ofNullable(happening.person())
                        .map(person -> new Named(person, accounts.of(person).orElse(NOBODY_KNOWN))),
                Optional.empty(),
                happening.address(),
                happening.reason(),
                happening.detail());
    }
}
