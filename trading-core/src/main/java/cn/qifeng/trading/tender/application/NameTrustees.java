package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trading.keyset.application.KeySets.Member;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Names the trustees (保管人) of a lot and opens their ceremony. The side of each follows from its organisation, so that
 * nobody can pass off a delegate of the tenderer as another side.
 */
@ApplicationScoped
public class NameTrustees {

    private final OwnTenders own;
    private final Directory directory;
    private final KeySets keySets;
    private final LegalClock clock;

    NameTrustees(OwnTenders own, Directory directory, KeySets keySets, LegalClock clock) {
        this.own = own;
        this.directory = directory;
        this.keySets = keySets;
        this.clock = clock;
    }

    /**
     * Opens a new ceremony for the lot; the newest one counts. After the publication, up to the bid deadline, it is for a
     * set that takes the place of the one in force.
     *
     * @param accounts accounts of the trustees, in the order of their numbers
     */
    @Transactional
    public KeyCeremony name(TenderId id, List<String> accounts, int threshold, PartyId agency) {
        var tender = own.of(id, agency);
        if (tender.stage() != Stage.BIDDING) {
            tender.requireStage(Stage.DRAFT);
        } else if (clock.now().isAfter(tender.draft().schedule().bidDeadline())) {
            throw new Refused(
                    TenderRefusal.DEADLINE_PASSED,
                    Facts.field(
                            "now",
                            clock.now(),
                            "by " + tender.draft().schedule().bidDeadline()));
        }
        var members = accounts.stream().map(this::member).toList();
        return keySets.open(
                UUID.randomUUID(), id, KeySetPurpose.LOT, tender.lot().value(), threshold, members);
    }

    /** The newest ceremony of a tender's lot. */
    public Optional<KeyCeremony> of(Tender tender) {
        return keySets.ofOwner(tender.lot().value());
    }

    private Member member(String account) {
        var person = directory.account(account).orElseThrow(() -> refused(account));
        var party = person.party().map(directory::party).orElseThrow(() -> refused(account));
        if (!mayHold(person, party)) {
            throw refused(account);
        }
        return new Member(person.id(), party.name(), side(party));
    }

    private boolean mayHold(Person person, Party party) {
        var roles = directory.rolesNow(person).names();
        return roles.contains(Role.TRUSTEE) || side(party) == Side.TENDERER && !roles.isEmpty();
    }

    private static Side side(Party party) {
        return switch (party.kind()) {
            case SUPERVISOR -> Side.SUPERVISION;
            case NOTARY -> Side.NOTARY;
            case CENTRE -> Side.CENTRE;
            case PROCURING_ENTITY, AGENCY -> Side.TENDERER;
            case BIDDER, ISSUER -> throw refused(party.name() + " " + party.kind());
        };
    }

    private static Refused refused(String seen) {
        return new Refused(
                TenderRefusal.NO_SUCH_TRUSTEE,
                Facts.field("members", seen, "a trustee of supervisor, notary, centre, procuring entity or agency"));
    }
}
