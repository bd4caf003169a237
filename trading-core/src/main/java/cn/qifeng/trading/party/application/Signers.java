package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.LoginRefusal.UNKNOWN_CERTIFICATE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.BoundCertificates;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.sign.Signed;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Judges who signed a statement (签名核验): signature, chain to the trusted roots, period, and the bound person. */
@ApplicationScoped
public class Signers {

    private final PlatformKeys keys;
    private final BoundCertificates certificates;

    Signers(PlatformKeys keys, BoundCertificates certificates) {
        this.keys = keys;
        this.certificates = certificates;
    }

    /** Who signed, with a certificate that chains to a trusted root and is valid now; it may be bound to nobody. */
    public Signed verify(Statement statement) {
        var signed = statement.verify();
        new CertificatePath(keys.roots()).checkSigner(signed.certificate(), signed.chain(), Instant.now());
        return signed;
    }

    /** The bound certificate that signed; refuses unknown, ended and replaced ones. */
    @Transactional
    public BoundCertificate bound(Statement statement) {
        var signed = verify(statement);
        var bound = certificates
                .of(signed.certificateId())
                .orElseThrow(() -> UNKNOWN_CERTIFICATE.with(
                        Facts.of("certificate", signed.certificateId()).map()));
        bound.requireUsable(Instant.now());
        return bound;
    }
}
