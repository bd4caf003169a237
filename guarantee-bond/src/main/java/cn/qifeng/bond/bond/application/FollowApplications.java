package cn.qifeng.bond.bond.application;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.Bonds;
import cn.qifeng.bond.bond.domain.IssuerGateway;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sends applications to the issuer and fetches what it decided, until it has. An issuer that is down delays an
 * application and loses none; the log names application ids and nothing else.
 */
@ApplicationScoped
public class FollowApplications {

    private static final Logger LOG = Logger.getLogger(FollowApplications.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private record Pause(Instant until, Duration length) {}

    private final Bonds bonds;
    private final IssuerGateway issuer;
    private final TakeDecision takeDecision;
    private final Map<BondId, Pause> pauses = new ConcurrentHashMap<>();

    FollowApplications(Bonds bonds, IssuerGateway issuer, TakeDecision takeDecision) {
        this.bonds = bonds;
        this.issuer = issuer;
        this.takeDecision = takeDecision;
    }

    /** One round over all applications that wait for a decision. */
    @Scheduled(every = "0.5s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        for (var id : QuarkusTransaction.requiringNew().call(bonds::applied)) {
            var pause = pauses.get(id);
            if (pause == null || Instant.now().isAfter(pause.until())) {
                follow(id);
            }
        }
    }

    /** Asks the issuer about one application now. */
    public void follow(BondId id) {
        try {
            var applied = QuarkusTransaction.requiringNew().call(() -> applied(id));
            if (applied.isPresent()) {
                issuer.apply(applied.get().application());
                var answer = issuer.fetch(id);
                answer.ifPresent(it -> takeDecision.take(id, it));
                answer.ifPresentOrElse(it -> pauses.remove(id), () -> pause(id));
            }
        } catch (RuntimeException e) {
            pause(id);
            LOG.warnf("application %s: the issuer did not answer (%s)", id, e.getMessage());
        }
    }

    private Optional<Bond.Applied> applied(BondId id) {
        return bonds.of(id).filter(Bond.Applied.class::isInstance).map(Bond.Applied.class::cast);
    }

    private void pause(BondId id) {
        var former = pauses.get(id);
        var length = former == null ? WAIT : former.length().multipliedBy(2);
        var bounded = length.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : length;
        pauses.put(id, new Pause(Instant.now().plus(bounded), bounded));
    }
}
