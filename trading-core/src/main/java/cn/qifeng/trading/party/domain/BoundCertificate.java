package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.CERTIFICATE_ENDED;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A certificate (数字证书) bound to a person; several may be bound at a time (CTS-EBS01 A-012).
 *
 * @param id SM3 of the DER encoding, 64 hex digits
 * @param endedAt when it was unbound or replaced, by machine time
 * @param replacedBy id of the certificate that took its place
 */
public record BoundCertificate(
        String id,
        PersonId person,
        byte[] der,
        Instant notBefore,
        Instant notAfter,
        Instant boundAt,
        Optional<Instant> endedAt,
        Optional<String> replacedBy) {

    /** Copies the bytes. */
    public BoundCertificate {
        der = der.clone();
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    /** Whether it may log in and sign at this moment. */
    public boolean usable(Instant now) {
        return endedAt.isEmpty() && !now.isBefore(notBefore) && !now.isAfter(notAfter);
    }

    /** Refuses a certificate outside its period or replaced. */
    public void requireUsable(Instant now) {
        if (!usable(now)) {
            throw CERTIFICATE_ENDED.with(Facts.field("certificate", endedAt.orElse(notAfter), "valid at " + now)
                    .map());
        }
    }

    /** Ends it without a successor (解除绑定). */
    public BoundCertificate ended(Instant now) {
        return new BoundCertificate(id, person, der, notBefore, notAfter, boundAt, Optional.of(now), Optional.empty());
    }

    /** Ends it in favour of its successor (延期换证). */
    public BoundCertificate replacedBy(String successor, Instant now) {
        return new BoundCertificate(
                id, person, der, notBefore, notAfter, boundAt, Optional.of(now), Optional.of(successor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundCertificate that && id.equals(that.id) && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
