package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Conduct;
import cn.qifeng.evaluation.expert.domain.Eligibility;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.Interests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds who may be drawn for a panel, and why the others may not (确定抽取范围). */
@ApplicationScoped
public class FindEligible {

    private final Experts experts;
    private final Conduct conduct;
    private final PoolSettings settings;
    private final PoolDay day;

    FindEligible(Experts experts, Conduct conduct, PoolSettings settings, PoolDay day) {
        this.experts = experts;
        this.conduct = conduct;
        this.settings = settings;
        this.day = day;
    }

    /**
     * Judges the whole pool by what stands today.
     *
     * @param units names of bidders, agency and procuring entity
     * @param specialties codes asked for, a group stands for all below it; empty for any
     * @param regions beginnings of region codes; empty for any
     */
    @Transactional
    public Eligibility among(Set<String> units, Set<String> specialties, Set<String> regions) {
        var interests = new Interests(units, specialties, regions, day.today());
        return Eligibility.of(experts.all(), interests, settings.pool(), conduct.all(settings.rules()));
    }

    /** The whole pool by number. */
    @Transactional
    public Map<String, Expert> byNumber() {
        return experts.all().stream().collect(Collectors.toMap(Expert::number, it -> it));
    }

    /** One expert by its number. */
    @Transactional
    public Optional<Expert> byNumber(String number) {
        return experts.byNumber(number);
    }
}
