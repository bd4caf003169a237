package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.domain.Heads;
import cn.qifeng.trading.log.domain.Leaves;
import cn.qifeng.trading.log.domain.LogRefusal;
import cn.qifeng.trading.log.domain.SignedHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Publishes what is recorded: a head that takes it in, under the witnesses' signatures (公布树头). */
@ApplicationScoped
public class PublishHead {

    private static final int OTHER_NODE_TRIES = 40;
    private static final long OTHER_NODE_PAUSE_MS = 100;

    private final StartLog startLog;
    private final TakeIn takeIn;
    private final AskWitnesses askWitnesses;
    private final TrustFiles trustFiles;
    private final Heads heads;
    private final Leaves leaves;
    private final ReentrantLock serial = new ReentrantLock(true);

    PublishHead(
            StartLog startLog,
            TakeIn takeIn,
            AskWitnesses askWitnesses,
            TrustFiles trustFiles,
            Heads heads,
            Leaves leaves) {
        this.startLog = startLog;
        this.takeIn = takeIn;
        this.askWitnesses = askWitnesses;
        this.trustFiles = trustFiles;
        this.heads = heads;
        this.leaves = leaves;
    }

    /**
     * A published head over every entry that is committed; what the caller's own open transaction wrote is not in it,
     * so call it after the commit. Returns the newest head when no entry waits: receipts of bids are taken in with the
     * next head, but bring none about, because whoever can ask for a head would count them. Refuses with
     * {@code log/too-few-witnesses} when the threshold is not reached, and {@code log/not-started} before the start.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SignedHead now() {
        return publish(false);
    }

    /** The same, but with a new head in any case: the head of every minute. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SignedHead always() {
        return publish(true);
    }

    /** Whether the log has its trust file. */
    public boolean started() {
        return trustFiles.started();
    }

    /**
     * Two nodes can make heads at the same time; a witness that has signed the larger one refuses the smaller. Everything
     * under the smaller is under the larger, so that one will do as soon as it is published.
     */
    private SignedHead byAnotherNode(SignedHead refused) {
        for (int i = 0; i < OTHER_NODE_TRIES; i++) {
            var published =
                    heads.newestPublished(trustFiles.threshold()).filter(other -> other.size() >= refused.size());
            if (published.isPresent()) {
                return published.get();
            }
            boolean larger = heads.newest()
                    .filter(other -> other.size() > refused.size())
                    .isPresent();
            if (!larger || !pause()) {
                break;
            }
        }
        throw new Refused(
                LogRefusal.TOO_FEW_WITNESSES,
                Facts.field("witnesses", refused.witnesses().size(), trustFiles.threshold()));
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(OTHER_NODE_PAUSE_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private SignedHead publish(boolean always) {
        serial.lock();
        try {
            startLog.ifNeeded();
            var newest = heads.newest();
            var head = always || newest.isEmpty() || leaves.anyEntryPending() ? takeIn.now() : newest.get();
            var signed = head.published(trustFiles.threshold()) ? head : askWitnesses.about(head);
            return signed.published(trustFiles.threshold()) ? signed : byAnotherNode(signed);
        } finally {
            serial.unlock();
        }
    }
}
