package cn.qifeng.trading.log.application;

import cn.qifeng.trading.party.domain.PartyActed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes what was done about organisations, people and roles into the log, in its own transaction; of no tender. */
@ApplicationScoped
class RecordPartyActs {

    private final Chain chain;

    RecordPartyActs(Chain chain) {
        this.chain = chain;
    }

    void record(@Observes PartyActed acted) {
        chain.appendToNoTender(acted.type(), acted.body());
    }
}
