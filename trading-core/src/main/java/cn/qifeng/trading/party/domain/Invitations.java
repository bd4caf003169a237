package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open invitations (邀请库), one for a person at most. */
public interface Invitations {

    /** The invitation of a person, locked against a second try at the same time. */
    Optional<Invitation> of(PersonId person);

    /** All that have not ended, read only. */
    List<Invitation> open(Instant now);

    void save(Invitation invitation);

    /** Ends it: a code counts once. */
    void end(PersonId person);
}
