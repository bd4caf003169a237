package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.application.AllDecided;
import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.opening.application.PressBids.Pressed;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Drawing;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.BidOpening.Released;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Asks of every opening under way whether its next step is due (开标推进), and takes it. */
@ApplicationScoped
class DriveOpenings implements DueAct {

    private static final Logger LOG = Logger.getLogger(DriveOpenings.class);
    private static final Duration FAR = Duration.ofDays(3650);

    private final Openings openings;
    private final Suspensions suspensions;
    private final OpeningClock clock;
    private final Lots lots;
    private final ScheduleOpening schedule;
    private final FreezeBids freeze;
    private final AllDecided decided;
    private final PublishHead publishHead;
    private final PublishBidList publish;
    private final NameBidders name;
    private final CloseWindow close;
    private final DrawAfterReleases drawAfter;
    private final NoteCoefficient note;
    private final OpenBids open;
    private final DraftRecord draft;
    private final ManagedExecutor executor;
    private final Set<LotId> beingOpened = ConcurrentHashMap.newKeySet();
    private final Set<LotId> pressedMeanwhile = ConcurrentHashMap.newKeySet();

    DriveOpenings(
            Openings openings,
            Suspensions suspensions,
            OpeningClock clock,
            Lots lots,
            ScheduleOpening schedule,
            FreezeBids freeze,
            AllDecided decided,
            PublishHead publishHead,
            PublishBidList publish,
            NameBidders name,
            CloseWindow close,
            DrawAfterReleases drawAfter,
            NoteCoefficient note,
            OpenBids open,
            DraftRecord draft,
            ManagedExecutor executor) {
        this.openings = openings;
        this.suspensions = suspensions;
        this.clock = clock;
        this.lots = lots;
        this.schedule = schedule;
        this.freeze = freeze;
        this.decided = decided;
        this.publishHead = publishHead;
        this.publish = publish;
        this.name = name;
        this.close = close;
        this.drawAfter = drawAfter;
        this.note = note;
        this.open = open;
        this.draft = draft;
        this.executor = executor;
    }

    @Override
    public void runIfDue(Instant now) {
        due(now.plus(FAR)).forEach(lot -> step(lot.lot(), schedule::ifMissing));
        var settled = now.minus(clock.times().settle());
        due(settled).forEach(lot -> step(lot.lot(), id -> freezeIfScheduled(lot)));
        in(Listed.class).forEach(lot -> step(lot, this::listed));
        in(Releasing.class).forEach(lot -> step(lot, close::watch));
        in(Released.class).forEach(lot -> step(lot, drawAfter::open));
        in(Drawing.class).forEach(lot -> step(lot, note::note));
        in(Unsealing.class).forEach(this::openInBackground);
        in(Opened.class).forEach(lot -> step(lot, draft::draftIfDue));
    }

    private List<PublishedLot> due(Instant moment) {
        return QuarkusTransaction.requiringNew().call(() -> lots.due(Stage.BIDDING, moment));
    }

    private List<LotId> in(Class<? extends BidOpening> state) {
        return QuarkusTransaction.requiringNew().call(() -> openings.in(List.of(state)));
    }

    /**
     * Settle time is over; the freeze still waits until no node has a seal under way that it stamped in time, and until
     * all of them are under a published head.
     */
    private void freezeIfScheduled(PublishedLot lot) {
        boolean scheduled = QuarkusTransaction.requiringNew()
                .call(() -> openings.of(lot.lot())
                        .filter(Scheduled.class::isInstance)
                        .isPresent());
        if (scheduled && !suspended(lot.lot()) && decided.upTo(lot.deadline())) {
            publishHead.always();
            freeze.freeze(lot.lot());
        }
    }

    private boolean suspended(LotId lot) {
        return QuarkusTransaction.requiringNew()
                .call(() -> suspensions.newest(lot).filter(Suspension::open).isPresent());
    }

    private void listed(LotId lot) {
        var listed = QuarkusTransaction.requiringNew()
                .call(() -> openings.of(lot).map(Listed.class::cast).orElseThrow());
        if (listed.namesAt() == null) {
            publish.publish(lot);
        } else if (!listed.undecided() && !clock.now().isBefore(listed.namesAt())) {
            name.name(lot);
        }
    }

    /** Nobody waits for the next second once the last press that was needed is on record. */
    void pressed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Pressed press) {
        pressedMeanwhile.add(press.lot());
        QuarkusTransaction.suspendingExisting().run(() -> openInBackground(press.lot()));
    }

    /**
     * Decrypting can take minutes; other lots do not wait for it. The thread has a request scope of its own: the
     * scheduler's would be handed on to it, and with it a database session that is closed by the scheduler's thread.
     */
    private void openInBackground(LotId lot) {
        if (beingOpened.add(lot)) {
            executor.execute(() -> {
                var scope = Arc.container().requestContext();
                scope.activate();
                try {
                    pressedMeanwhile.remove(lot);
                    step(lot, open::openIfEnough);
                } finally {
                    scope.terminate();
                    beingOpened.remove(lot);
                    if (pressedMeanwhile.contains(lot)) {
                        openInBackground(lot);
                    }
                }
            });
        }
    }

    private static void step(LotId lot, Consumer<LotId> act) {
        try {
            act.accept(lot);
        } catch (Refused notYet) {
            var level = notYet.code() == OpeningRefusal.SUSPENDED ? Level.DEBUG : Level.INFO;
            LOG.logf(level, "opening waits: %s", notYet.code().code());
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "a step of the opening of lot %s failed; it is tried again in a second", lot);
        }
    }
}
