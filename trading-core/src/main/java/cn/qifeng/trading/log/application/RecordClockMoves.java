package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.clock.domain.ClockMoved;
import cn.qifeng.trading.clock.domain.ClockMoving;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Every move of the sandbox clock is an entry of the log, and what was recorded before it is published before it: a bid
 * must be under a head soon after its stamp, and both are legal time.
 */
@ApplicationScoped
class RecordClockMoves {

    private static final Logger LOG = Logger.getLogger(RecordClockMoves.class);

    private final Chain chain;
    private final PublishHead publishHead;

    RecordClockMoves(Chain chain, PublishHead publishHead) {
        this.chain = chain;
        this.publishHead = publishHead;
    }

    void publish(@Observes ClockMoving moving) {
        try {
            publishHead.always();
        } catch (Refused refused) {
            LOG.warnf("the clock moves on from %s without a head before: %s", moving.from(), refused.getMessage());
        }
    }

    void record(@Observes ClockMoved moved) {
        chain.appendToNoTender(
                "sandbox/clock-moved",
                CanonicalJson.object().put("from", Moments.format(moved.from())).put("to", Moments.format(moved.to())));
    }
}
