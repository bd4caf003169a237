package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.Relative;
import java.util.List;
import java.util.Set;

/** What the row keeps as JSON. */
record ExpertProfile(
        Set<String> specialties,
        String region,
        String employer,
        Set<String> formerEmployers,
        List<Relative> relatives,
        Set<String> avoidedUnits) {

    static ExpertProfile of(Expert expert) {
        return new ExpertProfile(
                expert.specialties(),
                expert.region(),
                expert.employer(),
                expert.formerEmployers(),
                expert.relatives(),
                expert.avoidedUnits());
    }
}
