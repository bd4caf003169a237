package cn.qifeng.trading.party.web;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyState;
import cn.qifeng.trading.party.domain.Person;
import java.util.List;

/** A person as the pages see it: the roles that count now, and the organisation or {@code null}. */
public record PersonView(
        PersonId id, String account, String name, List<String> roles, PartyOfPerson party, String expertNumber) {

    static PersonView of(Person person, Directory directory) {
        return new PersonView(
                person.id(),
                person.account(),
                person.name(),
                directory.rolesNow(person).names().stream().sorted().toList(),
                person.party().map(directory::party).map(PartyOfPerson::of).orElse(null),
                person.number().orElse(null));
    }

    /** The organisation of a person. */
    public record PartyOfPerson(PartyId id, String name, Uscc uscc, PartyKind kind, PartyState state) {

        static PartyOfPerson of(Party party) {
            return new PartyOfPerson(party.id(), party.name(), party.uscc(), party.kind(), party.state());
        }
    }
}
