package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.ACCOUNT_TAKEN;
import static cn.qifeng.trading.party.domain.PartyRefusal.BAD_ACCOUNT;
import static cn.qifeng.trading.party.domain.PartyRefusal.BAD_CREDIT_CODE;
import static cn.qifeng.trading.party.domain.PartyRefusal.INCOMPLETE;
import static cn.qifeng.trading.party.domain.PartyRefusal.NAME_TAKEN;
import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_FOUND;
import static cn.qifeng.trading.party.domain.PartyRefusal.REGISTERED;
import static cn.qifeng.trading.party.domain.PartyRefusal.REGISTERS_ITSELF;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The system administrator registers organisations and people (主体与人员登记). That gives nobody power: an organisation
 * acts once somebody else has verified it, a person once the security administrator has given it a role and it has
 * accepted its invitation. Bidders are not among them: they register themselves.
 */
@ApplicationScoped
public class RegisterPeople {

    private static final Pattern ACCOUNT = Pattern.compile("[a-z][a-z0-9.-]{2,63}");
    private static final int NAME_MAX = 64;
    private static final int NUMBER_MAX = 20;

    private final Parties parties;
    private final People people;
    private final LegalClock clock;
    private final Announce announce;

    RegisterPeople(Parties parties, People people, LegalClock clock, Announce announce) {
        this.parties = parties;
        this.people = people;
        this.clock = clock;
        this.announce = announce;
    }

    /** Hands an organisation in for verification by somebody else. */
    @Transactional
    public Party organisation(String uscc, PartyKind kind, PartyData data, PersonId by) {
        if (!Uscc.isValid(uscc)) {
            throw BAD_CREDIT_CODE.with(Facts.field("uscc", uscc, "18 characters with a right check digit")
                    .map());
        }
        if (kind == PartyKind.BIDDER) {
            throw REGISTERS_ITSELF.with(
                    Facts.field("kind", kind, "any other kind").map());
        }
        var code = new Uscc(uscc);
        parties.of(code).ifPresent(other -> {
            throw REGISTERED.with(Facts.field("uscc", uscc, "not registered")
                    .and("state", other.state())
                    .map());
        });
        parties.named(data.name()).ifPresent(other -> {
            throw NAME_TAKEN.with(
                    Facts.field("name", data.name(), "a name of its own").map());
        });
        var submitted = Party.draft(PartyId.random(), code, kind, data).submit(by, clock.now());
        parties.save(submitted);
        announce.party(SecurityEventKind.ORGANISATION_REGISTERED, submitted, by, kind + " " + uscc);
        return submitted;
    }

    /**
     * Registers a person without any role and without a way to log in.
     *
     * @param party organisation, or empty for an expert
     * @param number the expert's number, or empty
     */
    @Transactional
    public Person person(String account, String name, Optional<PartyId> party, Optional<String> number, PersonId by) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw BAD_ACCOUNT.with(
                    Facts.field("account", account, ACCOUNT.pattern()).map());
        }
        requireText("name", name, NAME_MAX);
        number.ifPresent(text -> requireText("expertNumber", text, NUMBER_MAX));
        party.ifPresent(id -> parties.of(id).orElseThrow(NOT_FOUND::refused));
        for (var other : people.all()) {
            if (other.account().equals(account)
                    || number.isPresent() && other.number().equals(number)) {
                String field = other.account().equals(account) ? "account" : "expertNumber";
                throw ACCOUNT_TAKEN.with(
                        Facts.field(field, field.equals("account") ? account : number.get(), "not yet taken")
                                .map());
            }
        }
        var person = Person.registered(PersonId.random(), account, name.strip(), party, number);
        people.save(person);
        announce.person(SecurityEventKind.PERSON_REGISTERED, person, by, name.strip());
        return person;
    }

    private static void requireText(String field, String text, int lengthMax) {
        if (text.isBlank() || text.strip().length() > lengthMax) {
            throw INCOMPLETE.with(Facts.field(field, text, "1 to " + lengthMax + " characters")
                    .map());
        }
    }
}
