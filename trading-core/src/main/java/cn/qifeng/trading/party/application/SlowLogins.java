package cn.qifeng.trading.party.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.trail.RequestSource;
import cn.qifeng.trading.party.domain.Attempts;
import cn.qifeng.trading.party.domain.LoginLimit;
import cn.qifeng.trading.party.domain.LoginTries;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows logins that fail (登录节流) by the three limits of {@link LoginLimit}. A try counts as failed before it is judged,
 * so that tries at one moment cannot pass the count; accounts that do not exist count alike, so that none is confirmed.
 */
@ApplicationScoped
class SlowLogins {

    private static final Duration KNOWN = Duration.ofDays(30);
    private static final int TOLD_MAX = 10_000;

    private final LoginTries tries;
    private final RequestSource source;
    private final KeepSecurityEvents keep;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    SlowLogins(LoginTries tries, RequestSource source, KeepSecurityEvents keep) {
        this.tries = tries;
        this.source = source;
        this.keep = keep;
    }

    /** Counts a try; refuses with {@code login/locked} before the wait is over. */
    void enter(String account) {
        String network = RequestSource.network(source.address());
        try {
            QuarkusTransaction.requiringNew().run(() -> count(account, network, Instant.now()));
        } catch (Refused locked) {
            tell(account, network, locked);
            throw locked;
        }
    }

    /** The try was good: what failed before from this source counts no more. */
    void succeeded(String account) {
        String subject = subject(LoginLimit.ACCOUNT_AND_SOURCE, account, RequestSource.network(source.address()));
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> {
            tries.save(subject, tries.of(subject).succeeded(now), now);
            tries.forget(now.minus(KNOWN));
        });
    }

    private void count(String account, String network, Instant now) {
        var counted = new EnumMap<LoginLimit, Attempts>(LoginLimit.class);
        for (var limit : LoginLimit.values()) {
            boolean ownSource = limit == LoginLimit.ACCOUNT && known(counted.get(LoginLimit.ACCOUNT_AND_SOURCE), now);
            if (!ownSource) {
                counted.put(limit, tries.of(subject(limit, account, network)));
            }
        }
        counted.values().forEach(attempts -> attempts.requireOpen(now));
        counted.forEach(
                (limit, attempts) -> tries.save(subject(limit, account, network), attempts.failed(limit, now), now));
    }

    /** Whether the account has logged in from this source of late. */
    private static boolean known(Attempts fromHere, Instant now) {
        return fromHere.succeededAt().map(at -> now.isBefore(at.plus(KNOWN))).orElse(false);
    }

    /** One event for each wait: whoever hammers on must not fill the table. */
    private void tell(String account, String network, Refused locked) {
        if (told.size() > TOLD_MAX) {
            told.clear();
        }
        if (told.add(account + " " + network + " " + locked.facts().get("earliest"))) {
            keep.refused(SecurityEvent.of(SecurityEventKind.LOGIN_THROTTLED, Instant.now())
                    .because(locked.code().code())
                    .saying("failures=" + locked.facts().get("failures") + " until="
                            + locked.facts().get("earliest")));
        }
    }

    private static String subject(LoginLimit limit, String account, String network) {
        String of = switch (limit) {
            case ACCOUNT_AND_SOURCE -> account.toLowerCase(Locale.ROOT) + "\n" + network;
            case SOURCE -> network;
            case ACCOUNT -> account.toLowerCase(Locale.ROOT);
        };
        return Sm3.hex((limit + "\n" + of).getBytes(StandardCharsets.UTF_8));
    }
}
