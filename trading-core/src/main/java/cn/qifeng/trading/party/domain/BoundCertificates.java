package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All certificates that are or were bound to a person (绑定证书库). */
public interface BoundCertificates {

    /** How many certificates are asked for at a time. */
    int TOGETHER_MAX = 16;

    Optional<BoundCertificate> of(String id);

    /** A person's, newest first, ended ones too. */
    List<BoundCertificate> of(PersonId person);

    /** How many certificates each person may use at this moment. */
    Map<PersonId, Long> usable(Instant now);

    /** Of each of at most {@link #TOGETHER_MAX} certificates that may be used at this moment: the organisation of its person. */
    Map<String, PartyId> partiesOf(Collection<String> ids, Instant now);

    void save(BoundCertificate certificate);
}
