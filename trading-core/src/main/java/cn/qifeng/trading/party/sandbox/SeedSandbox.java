package cn.qifeng.trading.party.sandbox;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.party.application.BindCertificate;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PasswordLogin;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.party.sandbox.DemoPeople.DemoPerson;
import cn.qifeng.trading.party.sandbox.DemoPeople.Login;
import cn.qifeng.trading.party.sandbox.DemoPeople.Organisation;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.secret.Passwords;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Puts the demo organisations and people into an empty sandbox, verified and with certificates of its authority. */
@ApplicationScoped
class SeedSandbox {

    /** Password of every demo key file and staff account; the sandbox shows it to anyone. */
    static final String PASSWORD = "qifeng-demo";

    private static final Logger LOG = Logger.getLogger(SeedSandbox.class);
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3650);
    private static final int AFTER_THE_REST = 5000;

    private final RunningMode mode;
    private final Parties parties;
    private final People people;
    private final Logins logins;
    private final OneTimeCodes codes;
    private final BindCertificate bindCertificate;
    private final PlatformKeys keys;
    private final DemoKeys demoKeys;

    SeedSandbox(
            RunningMode mode,
            Parties parties,
            People people,
            Logins logins,
            OneTimeCodes codes,
            BindCertificate bindCertificate,
            PlatformKeys keys,
            DemoKeys demoKeys) {
        this.mode = mode;
        this.parties = parties;
        this.people = people;
        this.logins = logins;
        this.codes = codes;
        this.bindCertificate = bindCertificate;
        this.keys = keys;
        this.demoKeys = demoKeys;
    }

    void seed(@Observes @Priority(AFTER_THE_REST) StartupEvent start) {
        if (!mode.sandbox()) {
            return;
        }
        long before = System.nanoTime();
        boolean seeded = QuarkusTransaction.requiringNew().call(() -> {
            if (people.of("tenderer").isPresent()) {
                return false;
            }
            seedAll(Instant.now());
            return true;
        });
        if (seeded) {
            LOG.infof(
                    "demo people made in %d ms",
                    Duration.ofNanos(System.nanoTime() - before).toMillis());
        }
    }

    private void seedAll(Instant now) {
        var ids = new HashMap<String, Party>();
        var operator = PersonId.random();
        for (var organisation : DemoPeople.organisations()) {
            var party = party(organisation, operator, now);
            parties.save(party);
            ids.put(organisation.key(), party);
        }
        String hash = new Passwords(new SecureRandom()).hash(PASSWORD.toCharArray());
        for (var demo : DemoPeople.people()) {
            add(demo, hash, demo.account().equals("operator") ? operator : PersonId.random(), ids, now);
        }
    }

    private static Party party(Organisation organisation, PersonId judge, Instant now) {
        boolean company = organisation.kind() == PartyKind.BIDDER
                || organisation.kind() == PartyKind.PROCURING_ENTITY
                || organisation.kind() == PartyKind.AGENCY
                || organisation.kind() == PartyKind.ISSUER;
        var uscc = DemoCodes.numbered(company, organisation.organ());
        var data = new PartyData(
                organisation.name(),
                organisation.address(),
                organisation.leader(),
                organisation.leader(),
                organisation.phone());
        return Party.draft(PartyId.random(), uscc, organisation.kind(), data)
                .submit(PersonId.random(), now)
                .accept(judge, now);
    }

    private void add(DemoPerson demo, String hash, PersonId id, Map<String, Party> ids, Instant now) {
        var party = Optional.ofNullable(demo.organisation()).map(ids::get);
        var person = new Person(
                id,
                demo.account(),
                demo.name(),
                party.map(Party::id),
                Roles.of(demo.roles().toArray(String[]::new)),
                Optional.ofNullable(demo.expertNumber()));
        people.save(person);
        if (demo.login() == Login.PASSWORD) {
            logins.save(new PasswordLogin(id, hash, codes.newSecret(), 0));
        } else {
            bindCertificate.bind(id, credential(demo, party, now).certificate());
        }
    }

    private Credential credential(DemoPerson demo, Optional<Party> party, Instant now) {
        return demoKeys.find(demo.account()).orElseGet(() -> {
            String organisation = party.map(Party::name).orElse("评标专家");
            String uscc = party.map(it -> it.uscc().value()).orElse(null);
            var subject = new Subject(demo.name(), organisation, uscc);
            var made = keys.sandboxAuthority().issueWithKey(subject, now, now.plus(CERTIFICATE_LIFE));
            demoKeys.save(demo.account(), made);
            return made;
        });
    }
}
