package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.PERSON_NOT_FOUND;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The security administrator gives roles (授权); keeps the three administrators apart. */
@ApplicationScoped
public class AssignRoles {

    private final People people;

    AssignRoles(People people) {
        this.people = people;
    }

    /** Gives exactly these roles. Accounts of one name in one organisation count as one natural person. */
    @Transactional
    public Person assign(PersonId id, Roles roles) {
        var person = people.of(id).orElseThrow(PERSON_NOT_FOUND::refused);
        requireSeparated(person, roles);
        var changed = person.withRoles(roles);
        people.save(changed);
        return changed;
    }

    private void requireSeparated(Person person, Roles roles) {
        roles.requireSeparatedFrom(people.all().stream()
                .filter(other -> !other.id().equals(person.id()))
                .filter(other ->
                        other.name().equals(person.name()) && other.party().equals(person.party()))
                .map(Person::roles)
                .toList());
    }
}
