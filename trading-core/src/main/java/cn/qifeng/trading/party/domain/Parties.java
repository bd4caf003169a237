package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Uscc;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All organisations (主体库). */
public interface Parties {

    Optional<Party> of(PartyId id);

    /** What each of these organisations, at most {@link BoundCertificates#TOGETHER_MAX}, may act as; one that there is not is missing. */
    Map<PartyId, PartyStanding> standing(Collection<PartyId> ids);

    Optional<Party> of(Uscc uscc);

    Optional<Party> named(String name);

    /** By state and kind, ordered by name; {@code null} for any. */
    List<Party> list(PartyState state, PartyKind kind);

    /** Stores a new or changed organisation. */
    void save(Party party);
}
