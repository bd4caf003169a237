package cn.qifeng.trading.log.application;

import cn.qifeng.trading.clock.domain.ClockMoved;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Every move of the sandbox clock is an entry of the log. */
@ApplicationScoped
class RecordClockMoves {

    private final Chain chain;

    RecordClockMoves(Chain chain) {
        this.chain = chain;
    }

    void record(@Observes ClockMoved moved) {
        chain.appendToNoTender(
                "sandbox/clock-moved",
                CanonicalJson.object().put("from", Moments.format(moved.from())).put("to", Moments.format(moved.to())));
    }
}
