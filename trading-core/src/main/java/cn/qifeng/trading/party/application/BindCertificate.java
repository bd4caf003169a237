package cn.qifeng.trading.party.application;

import static cn.qifeng.kit.access.AccessRefusal.NOT_YOURS;
import static cn.qifeng.trading.party.domain.PartyRefusal.CERTIFICATE_BOUND;
import static cn.qifeng.trading.party.domain.PartyRefusal.CERTIFICATE_ENDED;
import static cn.qifeng.trading.party.domain.PartyRefusal.FOREIGN_CERTIFICATE;
import static cn.qifeng.trading.party.domain.PartyRefusal.REASON_MISSING;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.BoundCertificates;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Binds certificates to people and renews them (证书绑定, 延期换证). */
@ApplicationScoped
public class BindCertificate {

    private final BoundCertificates certificates;
    private final Signers signers;
    private final People people;
    private final Logins logins;
    private final Announce announce;

    BindCertificate(BoundCertificates certificates, Signers signers, People people, Logins logins, Announce announce) {
        this.certificates = certificates;
        this.signers = signers;
        this.people = people;
        this.logins = logins;
        this.announce = announce;
    }

    /** Binds a certificate; once bound to this person it stays as it is, bound to another it is refused. */
    @Transactional
    public BoundCertificate bind(PersonId person, X509Certificate certificate) {
        String id = Certificates.id(certificate);
        var former = certificates.of(id);
        if (former.isPresent()) {
            if (!former.get().person().equals(person)) {
                throw CERTIFICATE_BOUND.with(Facts.of("certificate", id).map());
            }
            return former.get();
        }
        var bound = new BoundCertificate(
                id,
                person,
                Certificates.der(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Instant.now(),
                Optional.empty(),
                Optional.empty());
        certificates.save(bound);
        return bound;
    }

    /** An administrator ends a certificate that was lost or taken back (解除绑定); the session ends with it. */
    @Transactional
    public BoundCertificate end(PersonId person, String id, String reason, PersonId by) {
        if (reason == null || reason.isBlank()) {
            throw REASON_MISSING.with(Facts.field("reason", reason, "text").map());
        }
        var bound = certificates
                .of(id)
                .filter(it -> it.person().equals(person) && it.endedAt().isEmpty())
                .orElseThrow(() -> CERTIFICATE_ENDED.with(
                        Facts.field("certificate", id, "bound to this person").map()));
        var ended = bound.ended(Instant.now());
        certificates.save(ended);
        logins.closeOf(person);
        people.of(person)
                .ifPresent(it -> announce.person(
                        SecurityEventKind.CERTIFICATE_ENDED, it, by, "certificate " + id + ": " + reason.strip()));
        return ended;
    }

    /**
     * Puts a new certificate in the place of the one that opened the session. The statement {@code
     * certificate-renewal} with {@code replaces} (id of the old one) is signed by the new one; the session proves the
     * old one. Both name the same organisation.
     */
    @Transactional
    public BoundCertificate renew(PersonId person, String oldId, Statement statement) {
        var signed = signers.verify(statement);
        var fields = Fields.of(statement.doc()).type("certificate-renewal");
        fields.exactly("type", "v", "replaces");
        var old =
                certificates.of(oldId).filter(it -> it.person().equals(person)).orElseThrow(NOT_YOURS::refused);
        if (!fields.text("replaces").equals(oldId)) {
            throw NOT_YOURS.with(
                    Facts.field("replaces", fields.text("replaces"), oldId).map());
        }
        old.requireUsable(Instant.now());
        var former = Certificates.subject(Certificates.parse(old.der()));
        var subject = signed.subject();
        if (!former.organisation().equals(subject.organisation())
                || !Optional.ofNullable(former.uscc()).equals(Optional.ofNullable(subject.uscc()))) {
            throw FOREIGN_CERTIFICATE.with(Facts.field("certificate", subject.organisation(), former.organisation())
                    .map());
        }
        var bound = bind(person, signed.certificate());
        certificates.save(old.replacedBy(bound.id(), Instant.now()));
        people.of(person)
                .ifPresent(it -> announce.person(
                        SecurityEventKind.CERTIFICATE_BOUND,
                        it,
                        person,
                        "certificate " + bound.id() + " in place of " + oldId));
        return bound;
    }

    /** All certificates of a person, newest first. */
    @Transactional
    public List<BoundCertificate> of(PersonId person) {
        return certificates.of(person);
    }
}
