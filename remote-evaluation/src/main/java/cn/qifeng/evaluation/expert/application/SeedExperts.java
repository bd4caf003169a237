package cn.qifeng.evaluation.expert.application;

import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.Experts;
import cn.qifeng.evaluation.expert.domain.Specialties;
import cn.qifeng.evaluation.expert.domain.Specialty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Fills an empty pool; a pool with anybody in it stays as it is. */
@ApplicationScoped
public class SeedExperts {

    private final Experts experts;
    private final Specialties specialties;

    SeedExperts(Experts experts, Specialties specialties) {
        this.experts = experts;
        this.specialties = specialties;
    }

    /** Stores these experts and specialties unless the pool has experts already. */
    @Transactional
    public void with(List<Expert> seeds, List<Specialty> tree) {
        if (experts.all().isEmpty()) {
            specialties.save(tree);
            experts.saveAll(seeds);
        }
    }
}
