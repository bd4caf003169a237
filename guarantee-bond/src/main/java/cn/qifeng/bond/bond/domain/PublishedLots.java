package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.LotId;
import java.util.Optional;

/** Port to the public notices. It asks in a way from which nobody can learn which lot an applicant is after. */
public interface PublishedLots {

    /** What is published about a lot. */
    Optional<SecuredLot> of(LotId lot);
}
