package cn.qifeng.trust.log;

import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A witness of the log (见证人): supervisor, notary or trading centre. Signs a head only after it checked signature, own
 * clock and consistency with the last head it signed, and remembered the new one.
 */
public final class Witness {

    /** How far a head may be off the witness's own clock. */
    public static final Duration CLOCK_MAX = Duration.ofSeconds(5);

    private final String name;
    private final SigningKey key;
    private final Set<String> logCertificateIds;
    private final WitnessState state;
    private final Clock clock;

    /**
     * A witness.
     *
     * @param name as in the trust file
     * @param logCertificateIds ids of the certificates under which the log may sign
     * @param clock the witness's own machine clock
     */
    public Witness(String name, SigningKey key, Set<String> logCertificateIds, WitnessState state, Clock clock) {
        this.name = name;
        this.key = key;
        this.logCertificateIds = Set.copyOf(logCertificateIds);
        this.state = state;
        this.clock = clock;
    }

    /** The witness's name. */
    public String name() {
        return name;
    }

    /** Size up to which this witness has signed; the proof must start there. 0 before the first head. */
    public synchronized long signedSize() {
        return state.last().map(LogHead::size).orElse(0L);
    }

    /**
     * Signs a head of the log.
     *
     * @param head the signed head
     * @param proof consistency proof from {@link #signedSize()} to the head's size
     */
    public synchronized Statement witness(Statement head, List<byte[]> proof) {
        var signed = head.verify();
        if (!logCertificateIds.contains(signed.certificateId())) {
            throw WitnessRefusal.FOREIGN_LOG.at("sig", signed.certificateId(), "a certificate of the log");
        }
        var parsed = LogHead.from(head.doc());
        var now = clock.instant();
        checkClock(parsed, now);
        state.last().ifPresent(last -> checkFollows(last, parsed, proof));
        state.keep(parsed);
        return Statement.of(new WitnessStatement(name, parsed.hash(), parsed.size(), now).toDoc(), key);
    }

    private static void checkClock(LogHead head, Instant now) {
        if (Duration.between(head.machineAt(), now).abs().compareTo(CLOCK_MAX) > 0) {
            throw WitnessRefusal.CLOCK.at("machineAt", head.machineAt(), "within 5 s of " + now);
        }
    }

    private static void checkFollows(LogHead last, LogHead head, List<byte[]> proof) {
        if (!head.log().equals(last.log())) {
            throw WitnessRefusal.FOREIGN_LOG.at("log", head.log(), last.log());
        }
        if (head.size() < last.size() || head.at().isBefore(last.at())) {
            throw WitnessRefusal.ROLLED_BACK.at("size", head.size(), "at least " + last.size());
        }
        if (head.size() == last.size() && !Arrays.equals(head.root(), last.root())) {
            throw WitnessRefusal.FORK.at("root", "another root at size " + head.size(), "the root already signed");
        }
        if (!MerkleProofs.verifyConsistency(last.size(), last.root(), head.size(), head.root(), proof)) {
            throw WitnessRefusal.INCONSISTENT.at("proof", "leads elsewhere", "from " + last.size());
        }
    }
}
