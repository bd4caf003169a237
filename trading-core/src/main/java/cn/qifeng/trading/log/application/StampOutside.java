package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.domain.LogRefusal;
import cn.qifeng.trading.log.domain.OutsideAuthorities;
import cn.qifeng.trading.log.domain.OutsideStamp;
import cn.qifeng.trading.log.domain.OutsideStamps;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.stamp.TimeStampQuery;
import cn.qifeng.trust.stamp.TimeStamps;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has outside authorities stamp the newest published head (外部时间戳), each in a thread of its own and never in the way of a
 * head: heads carry the embedded authority's token from the beginning, and a token from outside is added when it comes.
 * One that is silent, or whose answer does not hold, is told to the auditors of security once, and once when it is back.
 */
@ApplicationScoped
public class StampOutside {

    private static final Logger LOG = Logger.getLogger(StampOutside.class);
    private static final Duration CLOCK_MAX = Duration.ofMinutes(2);

    private final OutsideAuthorities authorities;
    private final OutsideStamps stamps;
    private final Proofs proofs;
    private final KeepSecurityEvents events;
    private final Duration every;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();
    private final Map<String, LogRefusal> failing = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "time-stamp-call");
        thread.setDaemon(true);
        return thread;
    });

    StampOutside(
            OutsideAuthorities authorities,
            OutsideStamps stamps,
            Proofs proofs,
            KeepSecurityEvents events,
            @ConfigProperty(name = "qifeng.time-stamps.every", defaultValue = "PT10M") Duration every) {
        this.authorities = authorities;
        this.stamps = stamps;
        this.proofs = proofs;
        this.events = events;
        this.every = every;
    }

    /** Tokens over the head of this size, by authority. */
    @Transactional
    public List<OutsideStamp> over(long size) {
        return stamps.over(size);
    }

    /** Asks every authority whose turn it is and that is not being asked; waits for none. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void askWhoseTurnItIs() {
        var now = Instant.now();
        for (String name : authorities.names()) {
            boolean due = !askedAt.getOrDefault(name, Instant.EPOCH).plus(every).isAfter(now);
            if (due && busy.putIfAbsent(name, true) == null) {
                askedAt.put(name, now);
                threads.execute(() -> ask(name));
            }
        }
    }

    private void ask(String name) {
        try {
            QuarkusTransaction.requiringNew().call(proofs::newestPublished).ifPresent(head -> {
                var had = QuarkusTransaction.requiringNew().call(() -> stamps.over(head.size()));
                if (had.stream().noneMatch(stamp -> stamp.authority().equals(name))) {
                    var stamp = stamp(name, head);
                    QuarkusTransaction.requiringNew().run(() -> stamps.add(stamp));
                    restored(name);
                }
            });
        } catch (OutsideAuthorities.Silent silent) {
            failed(name, LogRefusal.AUTHORITY_SILENT, silent.getMessage());
        } catch (Refused lie) {
            failed(name, LogRefusal.AUTHORITY_FALSE, String.valueOf(lie.facts()));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the stamp of %s could not be asked for or kept", name);
        } finally {
            busy.remove(name);
        }
    }

    /** Nonce, imprint, key, period and time all hold, or it is refused. */
    private OutsideStamp stamp(String name, SignedHead head) {
        var hash = Sm3.of(CanonicalJson.encode(head.doc()));
        var query = TimeStampQuery.over(hash, random);
        var from = Instant.now().minus(CLOCK_MAX);
        var token = query.tokenIn(authorities.ask(name, query.encode()));
        var at = TimeStamps.verifyOutside(token, hash, authorities.certificates(name))
                .at();
        var to = Instant.now().plus(CLOCK_MAX);
        if (at.isBefore(from) || at.isAfter(to)) {
            throw LogRefusal.AUTHORITY_FALSE.with(
                    Facts.field("genTime", at, from + " to " + to).map());
        }
        return new OutsideStamp(head.size(), name, at, Base64.getEncoder().encodeToString(token));
    }

    private void failed(String name, LogRefusal reason, String why) {
        if (failing.put(name, reason) != reason) {
            LOG.warnf("time-stamp authority %s: %s: %s", name, reason.code(), why);
            events.refused(SecurityEvent.of(SecurityEventKind.TIME_STAMP_FAILED, Instant.now())
                    .because(reason.code())
                    .saying("authority=" + name));
        }
    }

    private void restored(String name) {
        if (failing.remove(name) != null) {
            QuarkusTransaction.requiringNew()
                    .run(() -> events.told(SecurityEvent.of(SecurityEventKind.TIME_STAMP_RESTORED, Instant.now())
                            .saying("authority=" + name)));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdownNow();
    }
}
