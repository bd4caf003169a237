package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_FOUND;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;

/** The centre verifies, stops and readmits organisations (验证). */
@ApplicationScoped
public class VerifyParty {

    private final Parties parties;
    private final LegalClock clock;
    private final Announce announce;

    VerifyParty(Parties parties, LegalClock clock, Announce announce) {
        this.parties = parties;
        this.clock = clock;
        this.announce = announce;
    }

    /** Accepts or refuses what was handed in. */
    @Transactional
    public Party judge(PartyId id, boolean accepted, String reason, PersonId by) {
        var judged =
                change(id, party -> accepted ? party.accept(by, clock.now()) : party.reject(by, reason, clock.now()));
        announce.party(SecurityEventKind.ORGANISATION_JUDGED, judged, by, words(judged, reason));
        return judged;
    }

    /** Stops an organisation or lets it act again. */
    @Transactional
    public Party suspend(PartyId id, boolean suspended, String reason, PersonId by) {
        var changed = change(
                id,
                party -> suspended ? party.suspend(by, reason, clock.now()) : party.resume(by, reason, clock.now()));
        announce.party(SecurityEventKind.ORGANISATION_SUSPENDED, changed, by, words(changed, reason));
        return changed;
    }

    private static String words(Party party, String reason) {
        return party.state() + (reason == null || reason.isBlank() ? "" : ": " + reason.strip());
    }

    private Party change(PartyId id, UnaryOperator<Party> step) {
        var next = step.apply(parties.of(id).orElseThrow(NOT_FOUND::refused));
        parties.save(next);
        return next;
    }
}
