package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.AGREEMENT_MISSING;
import static cn.qifeng.trading.party.domain.PartyRefusal.BAD_CREDIT_CODE;
import static cn.qifeng.trading.party.domain.PartyRefusal.FOREIGN_CERTIFICATE;
import static cn.qifeng.trading.party.domain.PartyRefusal.NAME_TAKEN;
import static cn.qifeng.trading.party.domain.PartyRefusal.REGISTERED;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyState;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * A bidder registers itself (投标人注册) by a statement {@code bidder-registration} signed with its certificate: credit
 * code and name of the form are those of the certificate. One that was not accepted is mended the same way.
 */
@ApplicationScoped
public class RegisterBidder {

    private final Signers signers;
    private final Parties parties;
    private final People people;
    private final BindCertificate bindCertificate;
    private final LegalClock clock;
    private final Announce announce;

    RegisterBidder(
            Signers signers,
            Parties parties,
            People people,
            BindCertificate bindCertificate,
            LegalClock clock,
            Announce announce) {
        this.signers = signers;
        this.parties = parties;
        this.people = people;
        this.bindCertificate = bindCertificate;
        this.clock = clock;
        this.announce = announce;
    }

    /** Hands the registration in for verification. */
    @Transactional
    public Party register(Statement statement) {
        var signed = signers.verify(statement);
        var form = form(statement.doc());
        Uscc uscc = creditCode(statement.doc());
        checkSubject(signed.subject(), uscc, form);
        checkName(form.name(), uscc);
        var draft = parties.of(uscc)
                .map(former -> mended(former, form))
                .orElseGet(() -> Party.draft(PartyId.random(), uscc, PartyKind.BIDDER, form));
        parties.save(draft);
        var person = people.in(draft.id()).stream().findFirst().orElseGet(() -> newPerson(draft));
        bindCertificate.bind(person.id(), signed.certificate());
        var submitted = draft.submit(person.id(), clock.now());
        parties.save(submitted);
        announce.party(SecurityEventKind.ORGANISATION_REGISTERED, submitted, person.id(), "BIDDER " + uscc);
        return submitted;
    }

    private Person newPerson(Party party) {
        var person = new Person(
                PersonId.random(),
                party.uscc().value(),
                party.data().contact(),
                Optional.of(party.id()),
                Roles.of("bidder"),
                Optional.empty());
        people.save(person);
        return person;
    }

    private static Party mended(Party former, PartyData form) {
        if (former.state() != PartyState.REJECTED && former.state() != PartyState.EDITING) {
            throw REGISTERED.with(Facts.field("uscc", former.uscc(), "not registered")
                    .and("state", former.state())
                    .map());
        }
        return former.edit(form);
    }

    private static PartyData form(ObjectNode doc) {
        var fields = Fields.of(doc).type("bidder-registration");
        fields.exactly("type", "v", "name", "uscc", "address", "legalRepresentative", "contact", "phone", "agreement");
        if (!doc.path("agreement").asBoolean(false)) {
            throw AGREEMENT_MISSING.with(
                    Facts.field("agreement", doc.path("agreement"), true).map());
        }
        return new PartyData(
                fields.text("name"),
                fields.text("address"),
                fields.text("legalRepresentative"),
                fields.text("contact"),
                fields.text("phone"));
    }

    private static Uscc creditCode(ObjectNode doc) {
        String text = doc.path("uscc").asText();
        if (!Uscc.isValid(text)) {
            throw BAD_CREDIT_CODE.with(Facts.field("uscc", text, "18 characters with a right check digit")
                    .map());
        }
        return new Uscc(text);
    }

    private static void checkSubject(Subject subject, Uscc uscc, PartyData form) {
        if (!uscc.value().equals(subject.uscc())) {
            throw FOREIGN_CERTIFICATE.with(
                    Facts.field("uscc", uscc, subject.uscc()).map());
        }
        if (!form.name().equals(subject.organisation())) {
            throw FOREIGN_CERTIFICATE.with(
                    Facts.field("name", form.name(), subject.organisation()).map());
        }
    }

    private void checkName(String name, Uscc uscc) {
        parties.named(name).filter(other -> !other.uscc().equals(uscc)).ifPresent(other -> {
            throw NAME_TAKEN.with(Facts.field("name", name, "a name of its own").map());
        });
    }
}
