package cn.qifeng.trading.party.application;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyActed;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells twice what was done about organisations, people and roles (留痕), in the transaction that does it: as a security
 * event for the administrators, and as an entry of the log, where nobody can take it back.
 */
@ApplicationScoped
class Announce {

    private final KeepSecurityEvents keep;
    private final People people;
    private final Event<PartyActed> acted;

    Announce(KeepSecurityEvents keep, People people, Event<PartyActed> acted) {
        this.keep = keep;
        this.people = people;
        this.acted = acted;
    }

    /** Something about a person; {@code by} is {@code null} for the installation itself. */
    void person(SecurityEventKind kind, Person person, PersonId by, String words) {
        var event = SecurityEvent.of(kind, Instant.now())
                .about(person.id().value(), person.account())
                .saying(words);
        keep.done(by(event, by));
        tell(
                kind,
                body(by).put("person", person.id().toString())
                        .put("state", person.state().name()),
                words);
    }

    /** Something about an organisation. */
    void party(SecurityEventKind kind, Party party, PersonId by, String words) {
        var event = SecurityEvent.of(kind, Instant.now())
                .about(party.id().value(), party.name())
                .saying(words);
        keep.done(by(event, by));
        tell(
                kind,
                body(by).put("party", party.id().toString())
                        .put("state", party.state().name()),
                words);
    }

    private SecurityEvent by(SecurityEvent event, PersonId by) {
        return by == null
                ? event
                : event.by(by.value(), people.of(by).map(Person::account).orElse("?"));
    }

    private static ObjectNode body(PersonId by) {
        var body = CanonicalJson.object();
        return by == null ? body.putNull("by") : body.put("by", by.toString());
    }

    private void tell(SecurityEventKind kind, ObjectNode body, String words) {
        String type = "party/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        acted.fire(new PartyActed(type, body.put("words", words)));
    }
}
