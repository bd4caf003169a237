package cn.qifeng.evaluation.expert.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applications for the pool (入库申请登记). */
public interface Applications {

    /** Those that wait for the centre, the oldest first. */
    List<Application> waiting();

    /** Those of one account, the newest first. */
    List<Application> of(String person);

    /** One; the caller's transaction changes it alone. */
    Optional<Application> lock(UUID id);

    /** Stores one, new or changed. */
    void save(Application application);
}
