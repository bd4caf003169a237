package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.LotId;
import java.util.Optional;

/** Port to the public notices (公告标段接口). It asks in a way from which nobody can learn which lot an applicant is after. */
public interface PublishedLots {

    /** What is published about a lot. */
    Optional<SecuredLot> of(LotId lot);
}
