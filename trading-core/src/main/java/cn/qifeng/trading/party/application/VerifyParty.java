package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_FOUND;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;

/** The centre verifies, stops and readmits organisations (验证). */
@ApplicationScoped
public class VerifyParty {

    private final Parties parties;
    private final LegalClock clock;

    VerifyParty(Parties parties, LegalClock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** Accepts or refuses what was handed in. */
    @Transactional
    public Party judge(PartyId id, boolean accepted, String reason, PersonId by) {
        return change(id, party -> accepted ? party.accept(by, clock.now()) : party.reject(by, reason, clock.now()));
    }

    /** Stops an organisation or lets it act again. */
    @Transactional
    public Party suspend(PartyId id, boolean suspended, String reason, PersonId by) {
        return change(
                id,
                party -> suspended ? party.suspend(by, reason, clock.now()) : party.resume(by, reason, clock.now()));
    }

    private Party change(PartyId id, UnaryOperator<Party> step) {
        var next = step.apply(parties.of(id).orElseThrow(NOT_FOUND::refused));
        parties.save(next);
        return next;
    }
}
