package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.FOREIGN_CERTIFICATE;
import static cn.qifeng.trading.party.domain.PartyRefusal.INVITATION_UNKNOWN;
import static cn.qifeng.trading.party.domain.PartyRefusal.WRONG_CODE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.party.domain.Invitation;
import cn.qifeng.trading.party.domain.Invitations;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.PasswordLogin;
import cn.qifeng.trading.party.domain.PasswordRule;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.PersonState;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.secret.InvitationCode;
import cn.qifeng.trust.secret.Passwords;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * An invited person sets its own password and one-time codes, or binds its certificate (受邀启用). The code counts once; a
 * wrong account, a wrong half, an ended and a used invitation are refused alike with {@code party/invitation-unknown}.
 */
@ApplicationScoped
public class AcceptInvitation {

    private final Passwords passwords = new Passwords(new SecureRandom());
    private final People people;
    private final Parties parties;
    private final Invitations invitations;
    private final Logins logins;
    private final OneTimeCodes codes;
    private final Signers signers;
    private final BindCertificate bindCertificate;
    private final SlowLogins slowLogins;
    private final KeepSecurityEvents keep;
    private final Announce announce;

    AcceptInvitation(
            People people,
            Parties parties,
            Invitations invitations,
            Logins logins,
            OneTimeCodes codes,
            Signers signers,
            BindCertificate bindCertificate,
            SlowLogins slowLogins,
            KeepSecurityEvents keep,
            Announce announce) {
        this.people = people;
        this.parties = parties;
        this.invitations = invitations;
        this.logins = logins;
        this.codes = codes;
        this.signers = signers;
        this.bindCertificate = bindCertificate;
        this.slowLogins = slowLogins;
        this.keep = keep;
        this.announce = announce;
    }

    /** What an invited person shows: its account and the two halves of the code. */
    public record Code(String account, String first, String second) {}

    /** The secret that the person's authenticator needs; the same one until it is used. */
    @Transactional
    public String secret(Code code) {
        var found = open(code);
        if (found.invitation().totpSecret().isPresent()) {
            return found.invitation().totpSecret().get();
        }
        String secret = codes.newSecret();
        invitations.save(found.invitation().showing(secret));
        return secret;
    }

    /** Sets password and one-time codes; {@code totp} proves that the authenticator has the secret. */
    @Transactional
    public void withPassword(Code code, String password, String totp) {
        var found = open(code);
        PasswordRule.require(password, found.person().account());
        String secret = found.invitation().totpSecret().orElseThrow(WRONG_CODE::refused);
        long step = codes.stepOf(totp, secret, Instant.now(), 0).orElseThrow(WRONG_CODE::refused);
        logins.save(new PasswordLogin(found.person().id(), passwords.hash(password.toCharArray()), secret, step));
        finish(found.person(), "password and one-time code");
    }

    /**
     * Binds the certificate that signed the statement {@code invitation-acceptance} with {@code account} and
     * {@code invitation} (hash of the first half). It must name the person and its organisation.
     */
    @Transactional
    public void withCertificate(Code code, Statement statement) {
        var found = open(code);
        var fields = Fields.of(statement.doc()).type("invitation-acceptance");
        fields.exactly("type", "v", "account", "invitation");
        if (!fields.text("account").equals(code.account())
                || !fields.text("invitation").equals(InvitationCode.hash(code.first()))) {
            throw INVITATION_UNKNOWN.refused();
        }
        var signed = signers.verify(statement);
        requireSame(found.person(), signed.subject());
        var bound = bindCertificate.bind(found.person().id(), signed.certificate());
        bound.requireUsable(Instant.now());
        finish(found.person(), "certificate " + bound.id());
    }

    private void finish(Person person, String how) {
        var active = person.accept();
        people.save(active);
        invitations.end(person.id());
        logins.closeOf(person.id());
        announce.person(SecurityEventKind.INVITATION_ACCEPTED, active, person.id(), how);
    }

    private Found open(Code code) {
        slowLogins.enter(code.account());
        Instant now = Instant.now();
        var person = people.of(code.account()).filter(it -> it.state() != PersonState.LOCKED);
        var invitation =
                person.flatMap(it -> invitations.of(it.id())).filter(it -> it.fits(code.first(), code.second(), now));
        if (invitation.isEmpty()) {
            throw refused(person.orElse(null));
        }
        slowLogins.succeeded(code.account());
        return new Found(person.get(), invitation.get());
    }

    private Refused refused(Person person) {
        var event = SecurityEvent.of(SecurityEventKind.INVITATION_REFUSED, Instant.now())
                .because(INVITATION_UNKNOWN.code());
        keep.refused(
                person == null
                        ? event.saying("unknown account")
                        : event.about(person.id().value(), person.account()));
        return INVITATION_UNKNOWN.refused();
    }

    private void requireSame(Person person, Subject subject) {
        var party = person.party().flatMap(parties::of);
        if (party.isPresent()
                && (!party.get().uscc().value().equals(subject.uscc())
                        || !party.get().name().equals(subject.organisation()))) {
            throw FOREIGN_CERTIFICATE.with(Facts.field(
                            "certificate",
                            subject.organisation() + " " + subject.uscc(),
                            party.get().name() + " " + party.get().uscc())
                    .map());
        }
        boolean ofOrganisation =
                party.map(it -> it.name().equals(subject.commonName())).orElse(false);
        if (!subject.commonName().equals(person.name()) && !ofOrganisation) {
            throw FOREIGN_CERTIFICATE.with(Facts.field("certificate", subject.commonName(), person.name())
                    .map());
        }
    }

    private record Found(Person person, Invitation invitation) {}
}
