package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import java.util.List;
import java.util.Optional;

/** All people who can log in (人员库). */
public interface People {

    Optional<Person> of(PersonId id);

    Optional<Person> of(String account);

    List<Person> in(PartyId party);

    /** Everybody with this role, by account. */
    List<Person> with(String role);

    /** Everybody, by account. */
    List<Person> all();

    /** Stores a new or changed person. */
    void save(Person person);
}
