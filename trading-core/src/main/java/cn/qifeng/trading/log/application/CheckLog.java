package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.LogCheck;
import cn.qifeng.trading.log.domain.LogCheck.Result;
import cn.qifeng.trading.log.domain.LogChecks;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trading.log.domain.StoredLog;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.trustfile.TrustAnchors;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Hashes the whole stored log again (存证日志复核): contents, tiles, nodes, heads with their signatures and stamps, chains; then
 * holds against it what stands beside it: keys of lots, bids with their frames, openings.
 * What came of it is a record, an entry of the log, and an event for the auditors of security.
 */
@ApplicationScoped
public class CheckLog {

    private static final Logger LOG = Logger.getLogger(CheckLog.class);

    private final StoredLog stored;
    private final Heads heads;
    private final LogChecks checks;
    private final Chain chain;
    private final TrustFiles trustFiles;
    private final PublishHead publishHead;
    private final KeepSecurityEvents events;
    private final List<HeldAgainstLog> held;

    CheckLog(
            StoredLog stored,
            Heads heads,
            LogChecks checks,
            Chain chain,
            TrustFiles trustFiles,
            PublishHead publishHead,
            KeepSecurityEvents events,
            @All List<HeldAgainstLog> held) {
        this.stored = stored;
        this.heads = heads;
        this.checks = checks;
        this.chain = chain;
        this.trustFiles = trustFiles;
        this.publishHead = publishHead;
        this.events = events;
        this.held = List.copyOf(held);
    }

    /** The newest checks, newest first. */
    @Transactional
    public List<LogCheck> newest(int max) {
        return checks.newest(max);
    }

    /** Keeps that a check begins; empty when that night's has begun already, on this node or another. */
    @Transactional
    public Optional<LogCheck> begin(Optional<String> night, String askedBy) {
        var check = new LogCheck(UUID.randomUUID(), night, askedBy, Instant.now(), Optional.empty());
        return checks.begin(check) ? Optional.of(check) : Optional.empty();
    }

    /** Does what was begun; takes minutes for millions of entries, and keeps no transaction open that long. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public LogCheck run(LogCheck check) {
        takeInWhatWaits();
        var newest = QuarkusTransaction.requiringNew().call(heads::newest);
        var former = QuarkusTransaction.requiringNew().call(checks::newestSame).flatMap(LogCheck::result);
        var differences = new Differences();
        var contents = new HashContents(differences, former.map(Result::size).orElse(0L));
        long size = newest.map(SignedHead::size).orElse(0L);
        var anchors = TrustAnchors.from(trustFiles.current().doc());
        var tree = new HashTree(stored, heads, differences, contents, new CheckHead(anchors, differences));
        String root = tree.root(size);
        new CheckChains(stored, differences).all();
        differences.unlessSame(
                LogDifference.Kind.TRUST_FILE,
                "trust file",
                storedTrustFile(),
                trustFiles.current().toString());
        held.forEach(each -> each.check(differences::add));
        String digest = contents.digest();
        former.ifPresent(earlier -> differences.unlessSame(
                LogDifference.Kind.FORMER_CHECK,
                "contents below " + earlier.size(),
                earlier.size() > size
                        ? "a tree of " + size
                        : contents.digestOfFormer().orElse("none"),
                earlier.digest()));
        return QuarkusTransaction.requiringNew().call(() -> end(check, size, root, digest, differences));
    }

    private String storedTrustFile() {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> trustFiles.stored().map(Object::toString).orElse("none"));
        } catch (RuntimeException unreadable) {
            return "one that cannot be read: " + unreadable.getMessage();
        }
    }

    /** Nothing that is committed now stays out of the check; a log that cannot publish is checked all the same. */
    private void takeInWhatWaits() {
        try {
            publishHead.always();
        } catch (Refused refused) {
            LOG.warnf("the log is checked up to its newest head; no new one could be made: %s", refused.getMessage());
        }
    }

    private LogCheck end(LogCheck check, long size, String root, String digest, Differences differences) {
        var body = CanonicalJson.object()
                .put("check", check.id().toString())
                .put("size", size)
                .put("root", root)
                .put("digest", digest)
                .put("differences", differences.count());
        var entry = chain.appendToNoTender("log/checked", body);
        var ended = new LogCheck(
                check.id(),
                check.night(),
                check.askedBy(),
                check.startedAt(),
                Optional.of(new Result(
                        Instant.now(), size, root, digest, differences.count(), differences.first(), entry.id())));
        checks.end(ended);
        tell(ended, differences);
        return ended;
    }

    private void tell(LogCheck ended, Differences differences) {
        var kind = differences.count() == 0 ? SecurityEventKind.LOG_CHECKED : SecurityEventKind.LOG_DIFFERS;
        String what = "size=" + ended.result().orElseThrow().size() + " differences=" + differences.count();
        String first = differences.first().isEmpty()
                ? ""
                : " first=" + differences.first().get(0).kind() + " at "
                        + differences.first().get(0).place();
        if (differences.count() > 0) {
            LOG.errorf("the stored log is not what was signed: %s%s", what, first);
        }
        events.told(SecurityEvent.of(kind, Instant.now()).saying(what + first));
    }
}
