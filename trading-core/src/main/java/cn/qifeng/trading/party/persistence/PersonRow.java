package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.PersonState;
import cn.qifeng.trading.party.domain.Roles;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Enumerated(EnumType.STRING)
    PersonState state;

    @Column(name = "lock_reason")
    String lockReason;

    void take(Person person) {
        id = person.id().toString();
        account = person.account();
        name = person.name();
        partyId = person.party().map(PartyId::toString).orElse(null);
        roles = text(person.roles());
        number = person.number().orElse(null);
        state = person.state();
        lockReason = person.lockReason().orElse(null);
    }

    Person toDomain() {
        return new Person(
                PersonId.of(id),
                account,
                name,
                Optional.ofNullable(partyId).map(PartyId::of),
                roles(roles),
                Optional.ofNullable(number),
                state,
                Optional.ofNullable(lockReason));
    }

    /** Roles as a column: names between blanks, with a blank at each end, so that one can be looked for. */
    static String text(Roles roles) {
        return " " + String.join(" ", new TreeSet<>(roles.names())) + " ";
    }

    /** The roles of such a column. */
    static Roles roles(String column) {
        String names = column.strip();
        return names.isEmpty() ? Roles.none() : new Roles(Set.of(names.split(" ")));
    }
}
