package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Specialties;
import cn.qifeng.evaluation.expert.domain.Specialty;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The tree of specialties in the database. */
@ApplicationScoped
class PanacheSpecialties implements Specialties, PanacheRepositoryBase<SpecialtyRow, String> {

    @Override
    public List<Specialty> all() {
        return listAll(Sort.by("code")).stream()
                .map(row -> new Specialty(row.code, row.name))
                .toList();
    }

    @Override
    public void save(Collection<Specialty> specialties) {
        specialties.forEach(specialty -> {
            var known = findById(specialty.code());
            var row = known == null ? new SpecialtyRow() : known;
            row.code = specialty.code();
            row.name = specialty.name();
            persist(row);
        });
    }
}
