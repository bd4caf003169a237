package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.Experts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Fills an empty pool; a pool with anybody in it stays as it is. */
@ApplicationScoped
public class SeedExperts {

    private final Experts experts;

    SeedExperts(Experts experts) {
        this.experts = experts;
    }

    /** Stores these experts unless the pool has experts already. */
    @Transactional
    public void with(List<Expert> seeds) {
        if (experts.all().isEmpty()) {
            seeds.forEach(experts::save);
        }
    }
}
