package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.clock.application.DueAct;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Drawing;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Released;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.SuspensionCause;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.opening.domain.Waiting;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Suspends an opening that waits for trustees or witnesses longer than the tender document says, or whose bid list could
 * not be taken in time (中止开标). Each step is tried for a while first: after a halt, or a leap of the sandbox's clock, it
 * is overdue before anybody could take it.
 */
@ApplicationScoped
class SuspendOpenings implements DueAct {

    private static final Logger LOG = Logger.getLogger(SuspendOpenings.class);

    private final Openings openings;
    private final SetsToPress pressing;
    private final Drawings drawings;
    private final Suspensions suspensions;
    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final RecordSuspension record;
    private final Map<LotId, Instant> overdueSince = new ConcurrentHashMap<>();

    SuspendOpenings(
            Openings openings,
            SetsToPress pressing,
            Drawings drawings,
            Suspensions suspensions,
            OpeningSteps steps,
            OpeningClock clock,
            Lots lots,
            RecordSuspension record) {
        this.openings = openings;
        this.pressing = pressing;
        this.drawings = drawings;
        this.suspensions = suspensions;
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.record = record;
    }

    @Override
    public void runIfDue(Instant now) {
        var overdue = QuarkusTransaction.requiringNew()
                .call(() -> waiting(now).filter(this::overdue).toList());
        overdueSince.keySet().retainAll(overdue.stream().map(PublishedLot::lot).toList());
        var machine = clock.read().machine();
        for (var lot : overdue) {
            var since = overdueSince.computeIfAbsent(lot.lot(), first -> machine);
            if (!machine.isBefore(since.plus(clock.times().patience()))) {
                suspendAlone(lot);
            }
        }
    }

    private Stream<PublishedLot> waiting(Instant now) {
        var notListed = lots.due(Stage.BIDDING, now.minus(clock.times().freeze()));
        var listed = openings.in(List.of(Listed.class, Released.class, Drawing.class, Unsealing.class));
        return Stream.concat(notListed.stream(), listed.stream().map(lots::of));
    }

    /** One lot that cannot be judged keeps none of the others from it. */
    private boolean overdue(PublishedLot lot) {
        try {
            return openings.of(lot.lot())
                    .flatMap(opening -> overdue(lot, opening))
                    .isPresent();
        } catch (RuntimeException unreadable) {
            LOG.errorf(unreadable, "nobody can tell whether the opening of lot %s is overdue", lot.lot());
            return false;
        }
    }

    /** What the opening waits for too long; empty while it has time, or is suspended already. */
    private Optional<Waiting> overdue(PublishedLot lot, BidOpening opening) {
        var waiting = opening instanceof Scheduled
                ? Optional.of(new Waiting(SuspensionCause.LIST_OVERDUE, lot.deadline()))
                : Waiting.of(opening);
        return waiting.filter(it -> clock.now().isAfter(limit(lot, it))).filter(it -> !complete(lot, opening));
    }

    /** Whether the others have done their part, and only the platform has still to take it up. */
    private boolean complete(PublishedLot lot, BidOpening opening) {
        if (opening instanceof Unsealing unsealing) {
            return unsealing.enough(pressing.of(lot, unsealing.checkpoint()));
        }
        return opening instanceof Drawing drawing
                && drawings.lock(drawing.draw())
                        .filter(draw -> draw.stage() == DrawStage.RESULT)
                        .isPresent();
    }

    private Instant limit(PublishedLot lot, Waiting waiting) {
        var length = waiting.cause() == SuspensionCause.LIST_OVERDUE
                ? Optional.of(clock.times().freeze())
                : lot.openingStep();
        var former = suspensions.newest(lot.lot());
        if (length.isEmpty() || former.filter(Suspension::open).isPresent()) {
            return Instant.MAX;
        }
        var limit = waiting.since().plus(length.get());
        return former.map(it -> it.decision().until()).filter(limit::isBefore).orElse(limit);
    }

    private void suspendAlone(PublishedLot lot) {
        try {
            QuarkusTransaction.requiringNew().run(() -> suspend(lot));
        } catch (RuntimeException failed) {
            LOG.errorf(
                    failed, "the opening of lot %s could not be suspended; it is tried again in a second", lot.lot());
        }
    }

    private void suspend(PublishedLot lot) {
        steps.suspend(
                lot.lot(),
                opening -> overdue(lot, opening)
                        .map(waiting -> record.record(lot, waiting, OpeningEntries.suspended(waiting))));
    }
}
