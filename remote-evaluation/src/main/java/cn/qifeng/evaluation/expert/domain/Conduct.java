package cn.qifeng.evaluation.expert.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events of credit and entries of the blacklist (信用与失信记录库). */
public interface Conduct {

    /** The events of one expert, the newest first. */
    List<CreditEvent> events(String expert);

    /** One event; the caller's transaction changes it alone. */
    Optional<CreditEvent> lockEvent(UUID id);

    /** Stores events, new or changed. */
    void save(Collection<CreditEvent> events);

    /** Bans of one expert, the newest first. */
    List<Ban> bans(String expert);

    /** One ban; the caller's transaction changes it alone. */
    Optional<Ban> lockBan(UUID id);

    /** Stores a ban, new or changed. */
    void save(Ban ban);

    /** Everything by expert number; who has nothing is not in it. */
    Map<String, ConductRecord> all(CreditRules rules);
}
