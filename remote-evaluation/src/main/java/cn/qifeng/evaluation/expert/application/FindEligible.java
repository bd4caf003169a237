package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Eligibility;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.Interests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds who may be drawn for a panel, and why the others may not (确定抽取范围). */
@ApplicationScoped
public class FindEligible {

    private final Experts experts;

    FindEligible(Experts experts) {
        this.experts = experts;
    }

    /**
     * Judges the whole pool.
     *
     * @param units names of bidders, agency and procuring entity
     * @param specialties codes asked for; empty for any
     */
    @Transactional
    public Eligibility among(Set<String> units, Set<String> specialties) {
        return Eligibility.of(experts.all(), new Interests(units, specialties));
    }

    /** The whole pool by number. */
    @Transactional
    public Map<String, Expert> byNumber() {
        return experts.all().stream().collect(Collectors.toMap(Expert::number, it -> it));
    }
}
