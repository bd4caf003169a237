package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Invitation;
import cn.qifeng.trading.party.domain.Invitation.Half;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** One open invitation as stored; of the code it has hashes only. */
@Entity
@Table(name = "invitation")
class InvitationRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Version
    int version;

    @Column(name = "first_by")
    String firstBy;

    @Column(name = "first_hash")
    String firstHash;

    @Column(name = "second_by")
    String secondBy;

    @Column(name = "second_hash")
    String secondHash;

    @Column(name = "totp_secret")
    String totpSecret;

    @Column(name = "ends_at")
    Instant endsAt;

    void take(Invitation invitation, String sealedSecret) {
        personId = invitation.person().toString();
        firstBy = invitation.first().by();
        firstHash = invitation.first().hash().orElse(null);
        secondBy = invitation.second().by();
        secondHash = invitation.second().hash().orElse(null);
        totpSecret = sealedSecret;
        endsAt = invitation.endsAt();
    }

    /** The invitation with its opened secret, or {@code null} for none; the row keeps the sealed one. */
    Invitation toDomain(String secret) {
        return new Invitation(
                PersonId.of(personId),
                new Half(firstBy, Optional.ofNullable(firstHash)),
                new Half(secondBy, Optional.ofNullable(secondHash)),
                Optional.ofNullable(secret),
                endsAt);
    }
}
