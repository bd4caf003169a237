package cn.qifeng.trading.party.application;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.security.domain.AccountNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Tells the account of a person for the security events. */
@ApplicationScoped
class KnowAccounts implements AccountNames {

    private final People people;

    KnowAccounts(People people) {
        this.people = people;
    }

    @Override
    public Optional<String> of(UUID person) {
        return people.of(new PersonId(person)).map(Person::account);
    }
}
