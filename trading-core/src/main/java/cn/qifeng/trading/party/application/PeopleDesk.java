package cn.qifeng.trading.party.application;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.BoundCertificates;
import cn.qifeng.trading.party.domain.Invitation;
import cn.qifeng.trading.party.domain.Invitation.Half;
import cn.qifeng.trading.party.domain.Invitations;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.RoleGrant;
import cn.qifeng.trading.party.domain.RoleGrants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the administrators people with their roles, ways to log in and what waits (人员管理). */
@ApplicationScoped
public class PeopleDesk {

    private final People people;
    private final Parties parties;
    private final Logins logins;
    private final RoleGrants grants;
    private final Invitations invitations;
    private final BoundCertificates certificates;
    private final Directory directory;

    PeopleDesk(
            People people,
            Parties parties,
            Logins logins,
            RoleGrants grants,
            Invitations invitations,
            BoundCertificates certificates,
            Directory directory) {
        this.people = people;
        this.parties = parties;
        this.logins = logins;
        this.grants = grants;
        this.invitations = invitations;
        this.certificates = certificates;
        this.directory = directory;
    }

    /** A person with all that an administrator may know of it. */
    public record Managed(
            Person person,
            Optional<Party> party,
            boolean password,
            long certificates,
            Optional<RoleGrant> waiting,
            Optional<Instant> invitedUntil,
            List<String> invitedBy) {}

    /** Everybody, by account. */
    @Transactional
    public List<Managed> everybody() {
        return managed(people.all());
    }

    /** One person. */
    @Transactional
    public Managed one(PersonId id) {
        return managed(List.of(directory.person(id))).get(0);
    }

    private List<Managed> managed(List<Person> shown) {
        Instant now = Instant.now();
        var organisations = byKey(parties.list(null, null), Party::id);
        var waiting = byKey(grants.waiting(), RoleGrant::person);
        var invited = byKey(invitations.open(now), Invitation::person);
        var byPassword = logins.withPassword();
        var usable = certificates.usable(now);
        return shown.stream()
                .map(person -> new Managed(
                        person,
                        person.party().map(organisations::get),
                        byPassword.contains(person.id()),
                        usable.getOrDefault(person.id(), 0L),
                        Optional.ofNullable(waiting.get(person.id())),
                        Optional.ofNullable(invited.get(person.id())).map(Invitation::endsAt),
                        givers(invited.get(person.id()))))
                .toList();
    }

    private static List<String> givers(Invitation invitation) {
        return invitation == null
                ? List.of()
                : Stream.of(invitation.first(), invitation.second())
                        .filter(half -> half.hash().isPresent())
                        .map(Half::by)
                        .distinct()
                        .toList();
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
