package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** People in the database. */
@ApplicationScoped
class PersonRows implements People, PanacheRepositoryBase<PersonRow, String> {

    private static final Sort BY_ACCOUNT = Sort.by("account");

    @Override
    public Optional<Person> of(PersonId id) {
        return findByIdOptional(id.toString()).map(PersonRow::toDomain);
    }

    @Override
    public Optional<Person> of(String account) {
        return find("account", account).firstResultOptional().map(PersonRow::toDomain);
    }

    @Override
    public List<Person> in(PartyId party) {
        return find("partyId", BY_ACCOUNT, party.toString()).stream()
                .map(PersonRow::toDomain)
                .toList();
    }

    @Override
    public List<Person> with(String role) {
        return find("roles like ?1", BY_ACCOUNT, "% " + role + " %").stream()
                .map(PersonRow::toDomain)
                .toList();
    }

    @Override
    public List<Person> all() {
        return findAll(BY_ACCOUNT).stream().map(PersonRow::toDomain).toList();
    }

    @Override
    public void save(Person person) {
        var row = findById(person.id().toString());
        if (row == null) {
            row = new PersonRow();
            row.take(person);
            persist(row);
        } else {
            row.take(person);
        }
    }
}
