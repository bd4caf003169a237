package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.NAME_TAKEN;
import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_FOUND;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** An organisation takes back its registration, or asks for a change of verified data (注册信息变更). */
@ApplicationScoped
public class ChangeParty {

    private final Parties parties;
    private final LegalClock clock;

    ChangeParty(Parties parties, LegalClock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** The change holds only after verification. */
    @Transactional
    public Party propose(PartyId id, PartyData change, PersonId by) {
        parties.named(change.name()).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw NAME_TAKEN.with(
                    Facts.field("name", change.name(), "a name of its own").map());
        });
        var next = parties.of(id).orElseThrow(NOT_FOUND::refused).propose(change, by, clock.now());
        parties.save(next);
        return next;
    }
}
