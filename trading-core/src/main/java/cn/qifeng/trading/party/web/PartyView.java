package cn.qifeng.trading.party.web;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.Party.Act;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyState;
import java.time.Instant;
import java.util.Optional;

/** An organisation as the centre and its own people see it. */
public record PartyView(
        PartyId id,
        Uscc uscc,
        PartyKind kind,
        PartyState state,
        PartyData data,
        PartyData proposed,
        ActView submitted,
        ActView judged) {

    static PartyView of(Party party) {
        return new PartyView(
                party.id(),
                party.uscc(),
                party.kind(),
                party.state(),
                party.data(),
                party.proposed().orElse(null),
                ActView.of(party.submitted()),
                ActView.of(party.judged()));
    }

    /** Who, when, why. */
    public record ActView(PersonId by, Instant at, String reason) {

        static ActView of(Optional<Act> act) {
            return act.map(it -> new ActView(it.by(), it.at(), it.reason())).orElse(null);
        }
    }
}
