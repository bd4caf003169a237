package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.UnrecordedSeals;
import cn.qifeng.trading.bidding.application.UnrecordedSeals.Unrecorded;
import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Drawing;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Released;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.SuspensionCause;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.opening.domain.Waiting;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Stops an opening over a seal or withdrawal that was received in time and is not recorded (已收到、未记录的封标中止开标), once for each, as
 * long as no trustee has pressed; one that shows up later is a platform's fault without a bid (trust.md section 5).
 */
@ApplicationScoped
class StopForUnrecorded implements DueAct {

    private static final Logger LOG = Logger.getLogger(StopForUnrecorded.class);

    private final Openings openings;
    private final Suspensions suspensions;
    private final UnrecordedSeals unrecorded;
    private final OpeningSteps steps;
    private final Lots lots;
    private final Chain chain;
    private final RecordSuspension record;

    StopForUnrecorded(
            Openings openings,
            Suspensions suspensions,
            UnrecordedSeals unrecorded,
            OpeningSteps steps,
            Lots lots,
            Chain chain,
            RecordSuspension record) {
        this.openings = openings;
        this.suspensions = suspensions;
        this.unrecorded = unrecorded;
        this.steps = steps;
        this.lots = lots;
        this.chain = chain;
        this.record = record;
    }

    @Override
    public void runIfDue(Instant now) {
        var shut = QuarkusTransaction.requiringNew()
                .call(() -> openings.in(
                        List.of(Listed.class, Releasing.class, Released.class, Drawing.class, Unsealing.class)));
        shut.forEach(this::stopAlone);
    }

    /** One lot that cannot be judged keeps none of the others from it. */
    private void stopAlone(LotId lot) {
        try {
            QuarkusTransaction.requiringNew().run(() -> stop(lot));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "nobody can tell whether lot %s waits for a seal that is not recorded", lot);
        }
    }

    private void stop(LotId id) {
        if (unrecorded.of(id).isEmpty()) {
            return;
        }
        var lot = lots.of(id);
        steps.suspend(
                id, opening -> pressed(opening) ? Optional.empty() : next(lot).map(it -> suspended(lot, it)));
    }

    private static boolean pressed(BidOpening opening) {
        return opening instanceof Unsealing unsealing && !unsealing.presses().isEmpty();
    }

    /** The earliest over which it has not stood still; none while it stands still over another. */
    private Optional<Unrecorded> next(PublishedLot lot) {
        if (suspensions.newest(lot.lot()).filter(Suspension::open).isPresent()) {
            return Optional.empty();
        }
        var stopped = stopped(lot);
        return unrecorded.of(lot.lot()).stream()
                .filter(it -> !stopped.contains(it.refusal()))
                .findFirst();
    }

    private Set<String> stopped(PublishedLot lot) {
        return chain.entries(lot.tender()).stream()
                .filter(entry -> entry.type().equals("lot/suspended"))
                .map(entry -> entry.body().path("refusal").asText())
                .collect(Collectors.toSet());
    }

    private Suspension suspended(PublishedLot lot, Unrecorded seal) {
        var waiting = new Waiting(SuspensionCause.NOT_RECORDED, seal.stamp());
        return record.record(lot, waiting, OpeningEntries.notRecorded(waiting, seal.refusal()));
    }
}
