package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.Signers;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** In which capacity somebody takes part in an opening (开标参加人), by the certificate that signed. */
@ApplicationScoped
class OpeningParties {

    private final Signers signers;
    private final Directory directory;

    OpeningParties(Signers signers, Directory directory) {
        this.signers = signers;
        this.directory = directory;
    }

    /** The person who signed. */
    Person signer(Statement statement) {
        return directory.person(signers.bound(statement).person());
    }

    /** The line of the bidder who signed; refuses others. */
    BidderName bidder(List<BidderName> names, Statement statement) {
        return line(names, signer(statement))
                .orElseThrow(() -> OpeningRefusal.NOT_A_BIDDER_HERE.with(
                        Facts.field("sig", signer(statement).name(), "a bidder of the list")
                                .map()));
    }

    /** The line of the organisation for which a person acts. */
    Optional<BidderName> line(List<BidderName> names, Person person) {
        var uscc = party(person).map(Party::uscc);
        return names.stream()
                .filter(name ->
                        uscc.filter(own -> own.value().equals(name.uscc())).isPresent())
                .findFirst();
    }

    /** Refuses whoever did not sign for the lot's agency. */
    void requireAgency(PublishedLot lot, Statement statement) {
        if (!isAgency(lot, signer(statement))) {
            throw OpeningRefusal.NOT_YOUR_LOT.refused();
        }
    }

    /** Whether the person acts for the lot's agency: its organisation, and its role in it. */
    boolean isAgency(PublishedLot lot, Person person) {
        return person.party().filter(lot.agency().id()::equals).isPresent()
                && directory.rolesNow(person).has(Role.AGENCY);
    }

    /** Whether the person acts for the lot's procuring entity: its organisation, and its role in it. */
    boolean isProcuringEntity(PublishedLot lot, Person person) {
        return person.party().filter(lot.procuringEntity().id()::equals).isPresent()
                && directory.rolesNow(person).has(Role.PROCURING_ENTITY);
    }

    /** Whether the person belongs to the procuring entity or the agency, whatever its roles: auditors count them as one side. */
    boolean isOfTenderer(PublishedLot lot, Person person) {
        return person.party()
                .filter(own -> own.equals(lot.procuringEntity().id())
                        || own.equals(lot.agency().id()))
                .isPresent();
    }

    /**
     * The signature of the lot's procuring entity, or of a supervisor who is not of the tenderer's side; refuses others with
     * {@link OpeningRefusal#NOT_YOUR_LOT}.
     */
    RecordSignature entityOrSupervisor(PublishedLot lot, Statement statement) {
        var person = signer(statement);
        if (isProcuringEntity(lot, person)) {
            return new RecordSignature(
                    Capacity.PROCURING_ENTITY, lot.procuringEntity().name(), statement.toJson());
        }
        if (isSupervisor(person) && !isOfTenderer(lot, person)) {
            return new RecordSignature(Capacity.SUPERVISOR, person.name(), statement.toJson());
        }
        throw OpeningRefusal.NOT_YOUR_LOT.refused();
    }

    /** Whether the person is a supervisor. */
    boolean isSupervisor(Person person) {
        return directory.rolesNow(person).has(Role.SUPERVISOR);
    }

    private Optional<Party> party(Person person) {
        return person.party().map(directory::party);
    }
}
