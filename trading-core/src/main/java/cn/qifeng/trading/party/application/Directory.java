package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_FOUND;
import static cn.qifeng.trading.party.domain.PartyRefusal.PERSON_NOT_FOUND;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.BoundCertificates;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyStanding;
import cn.qifeng.trading.party.domain.PartyState;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds organisations, people and certificates for the other capabilities (主体目录). */
@ApplicationScoped
@Transactional
public class Directory {

    private final Parties parties;
    private final People people;
    private final BoundCertificates certificates;

    Directory(Parties parties, People people, BoundCertificates certificates) {
        this.parties = parties;
        this.people = people;
        this.certificates = certificates;
    }

    /** The organisation; refuses with {@code party/not-found}. */
    public Party party(PartyId id) {
        return parties.of(id).orElseThrow(NOT_FOUND::refused);
    }

    /** What each of these organisations may act as now; one that there is not is missing. */
    public Map<PartyId, PartyStanding> standing(Collection<PartyId> ids) {
        return parties.standing(ids);
    }

    /** The organisation with this credit code. */
    public Optional<Party> party(Uscc uscc) {
        return parties.of(uscc);
    }

    /** Verified organisations of this kind, by name. */
    public List<Party> verified(PartyKind kind) {
        return parties.list(PartyState.VERIFIED, kind);
    }

    /** Organisations in this state, or all for {@code null}, by name. */
    public List<Party> parties(PartyState state) {
        return parties.list(state, null);
    }

    /** The person; refuses with {@code party/person-not-found}. */
    public Person person(PersonId id) {
        return people.of(id).orElseThrow(PERSON_NOT_FOUND::refused);
    }

    /** The person with this account. */
    public Optional<Person> account(String account) {
        return people.of(account);
    }

    /** People of an organisation, by account. */
    public List<Person> peopleOf(PartyId party) {
        return people.in(party);
    }

    /** People with this role, by account. */
    public List<Person> peopleWith(String role) {
        return people.with(role);
    }

    /** Everybody, by account. */
    public List<Person> everybody() {
        return people.all();
    }

    /** The certificate with this id (64 hex digits), ended ones too. */
    public Optional<BoundCertificate> certificate(String id) {
        return certificates.of(id);
    }

    /** Of each of these certificates with which somebody may sign now: the organisation of that person. */
    public Map<String, PartyId> partiesOfUsable(Collection<String> certificateIds) {
        return certificateIds.isEmpty() ? Map.of() : certificates.partiesOf(certificateIds, Instant.now());
    }

    /** The person to whom this certificate is or was bound. */
    public Optional<Person> personOfCertificate(String id) {
        return certificates.of(id).flatMap(bound -> people.of(bound.person()));
    }

    /** Certificates with which this person may sign now, newest first. */
    public List<BoundCertificate> usableCertificates(PersonId person) {
        Instant now = Instant.now();
        return certificates.of(person).stream().filter(it -> it.usable(now)).toList();
    }

    /** Roles that count now: none while the person is not active, or its organisation not verified (CTS-EBS01 A-029). */
    public Roles rolesNow(Person person) {
        boolean active = person.party().flatMap(parties::of).map(Party::active).orElse(true);
        return active && person.active() ? person.roles() : Roles.none();
    }
}
