package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Roles;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One person as stored; roles stand as names between blanks, with a blank at each end. */
@Entity
@Table(name = "person")
class PersonRow {

    @Id
    String id;

    @Version
    int version;

    String account;
    String name;

    @Column(name = "party_id")
    String partyId;

    String roles;

    @Column(name = "expert_number")
    String number;

    void take(Person person) {
        id = person.id().toString();
        account = person.account();
        name = person.name();
        partyId = person.party().map(PartyId::toString).orElse(null);
        roles = " " + String.join(" ", new TreeSet<>(person.roles().names())) + " ";
        number = person.number().orElse(null);
    }

    Person toDomain() {
        String names = roles.strip();
        return new Person(
                PersonId.of(id),
                account,
                name,
                Optional.ofNullable(partyId).map(PartyId::of),
                names.isEmpty() ? Roles.none() : new Roles(Set.of(names.split(" "))),
                Optional.ofNullable(number));
    }
}
