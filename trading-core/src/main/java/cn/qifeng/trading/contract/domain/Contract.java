package cn.qifeng.trading.contract.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;

/** Contract (合同) between procuring entity and winner, signed as data messages (电子招标投标办法 §36). */
public sealed interface Contract {

    /** The lot. */
    LotId lot();

    /** The tender. */
    TenderId tender();

    /** Name of a state. */
    enum State {
        /** 招标人已签. */
        OFFERED,
        /** 合同已订立. */
        RECORDED,
        /** 已归档. */
        CLOSED
    }

    /** Name of the state. */
    default State state() {
        if (this instanceof Offered) {
            return State.OFFERED;
        }
        return this instanceof Recorded ? State.RECORDED : State.CLOSED;
    }

    /** Bid id of whom it is made with, hex. */
    String winner();

    /** What both sign. */
    Terms terms();

    /** The procuring entity has signed (招标人已签). */
    record Offered(LotId lot, TenderId tender, String winner, Terms terms, String offer) implements Contract {

        /** The winner signs the same terms. */
        public Recorded accept(Terms accepted, String acceptance, Instant now) {
            if (!accepted.equals(terms)) {
                throw new Refused(ContractRefusal.PARTIES_DIFFER, Facts.field("doc", accepted, terms));
            }
            return new Recorded(lot, tender, winner, terms, offer, acceptance, now);
        }
    }

    /** Both have signed (合同已订立); bonds are to be released within 5 days (实施条例 §57). */
    record Recorded(
            LotId lot, TenderId tender, String winner, Terms terms, String offer, String acceptance, Instant recordedAt)
            implements Contract {

        /** The bonds are released and the case is closed. */
        public Closed close(Instant now) {
            return new Closed(lot, tender, winner, terms, offer, acceptance, recordedAt, now);
        }
    }

    /** Bonds released, case closed (已归档). */
    record Closed(
            LotId lot,
            TenderId tender,
            String winner,
            Terms terms,
            String offer,
            String acceptance,
            Instant recordedAt,
            Instant closedAt)
            implements Contract {}
}
