package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.LoginRefusal.UNKNOWN_CERTIFICATE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.BoundCertificates;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.sign.Signed;
import cn.qifeng.trust.sign.Statement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Judges who signed a statement (签名核验): signature, chain to the trusted roots, period, revocation, and the bound
 * person. A certificate that is refused is a security event.
 */
@ApplicationScoped
public class Signers {

    private final PlatformKeys keys;
    private final BoundCertificates certificates;
    private final People people;
    private final KeepSecurityEvents keep;

    Signers(PlatformKeys keys, BoundCertificates certificates, People people, KeepSecurityEvents keep) {
        this.keys = keys;
        this.certificates = certificates;
        this.people = people;
        this.keep = keep;
    }

    /** Who signed, with a certificate that chains to a trusted root and is valid now; it may be bound to nobody. */
    public Signed verify(Statement statement) {
        var signed = statement.verify();
        try {
            new CertificatePath(keys.roots(), keys.revocations())
                    .checkSigner(signed.certificate(), signed.chain(), Instant.now());
        } catch (Refused refused) {
            throw tell(signed.certificateId(), refused);
        }
        return signed;
    }

    /** The bound certificate that signed; refuses unknown, ended and replaced ones. */
    @Transactional(dontRollbackOn = Refused.class)
    public BoundCertificate bound(Statement statement) {
        var signed = verify(statement);
        try {
            var bound = certificates
                    .of(signed.certificateId())
                    .orElseThrow(() -> UNKNOWN_CERTIFICATE.with(
                            Facts.of("certificate", signed.certificateId()).map()));
            bound.requireUsable(Instant.now());
            return bound;
        } catch (Refused refused) {
            throw tell(signed.certificateId(), refused);
        }
    }

    private Refused tell(String certificate, Refused refused) {
        var event = SecurityEvent.of(SecurityEventKind.CERTIFICATE_REFUSED, Instant.now())
                .because(refused.code().code())
                .saying("certificate " + certificate + ": "
                        + refused.facts().getOrDefault("field", "") + " "
                        + refused.facts().getOrDefault("seen", ""));
        keep.refused(QuarkusTransaction.requiringNew()
                .call(() -> certificates.of(certificate).flatMap(bound -> people.of(bound.person())))
                .map(person -> event.by(person.id().value(), person.account()))
                .orElse(event));
        return refused;
    }
}
