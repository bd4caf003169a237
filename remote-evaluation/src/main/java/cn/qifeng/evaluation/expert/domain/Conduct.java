package cn.qifeng.evaluation.expert.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events of credit and entries of the blacklist (信用与失信记录库). */
public interface Conduct {

    /** What stands against these experts, by number; an empty record for who has nothing. */
    Map<String, ConductRecord> of(Collection<String> experts, CreditRules rules);

    /** What stands against anybody, by number; who has nothing is not in it. */
    Map<String, ConductRecord> all(CreditRules rules);

    /** One event; the caller's transaction changes it alone. */
    Optional<CreditEvent> lockEvent(UUID id);

    /** Stores events, new or changed. */
    void save(Collection<CreditEvent> events);

    /** One ban; the caller's transaction changes it alone. */
    Optional<Ban> lockBan(UUID id);

    /** Stores a ban, new or changed. */
    void save(Ban ban);
}
