package cn.qifeng.evaluation.panel.persistence;

import cn.qifeng.evaluation.panel.domain.Appraisal;
import cn.qifeng.evaluation.panel.domain.Appraisals;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Appraisals in the database. */
@ApplicationScoped
class JpaAppraisals implements Appraisals {

    private final EntityManager entities;

    JpaAppraisals(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Appraisal> of(String expert) {
        return entities.createQuery("from AppraisalRow where key.expert = :expert order by at desc", AppraisalRow.class)
                .setParameter("expert", expert)
                .getResultStream()
                .map(row -> new Appraisal(
                        new SessionId(UUID.fromString(row.key.session())),
                        row.key.expert(),
                        row.grade,
                        row.text,
                        row.by,
                        row.at))
                .toList();
    }

    @Override
    public void add(Appraisal appraisal) {
        var key = new AppraisalKey(appraisal.session().toString(), appraisal.expert());
        if (entities.find(AppraisalRow.class, key) != null) {
            throw PanelRefusal.APPRAISED.with(Facts.of("session", key.session())
                    .and("expert", key.expert())
                    .map());
        }
        var row = new AppraisalRow();
        row.key = key;
        row.grade = appraisal.grade();
        row.text = appraisal.text();
        row.by = appraisal.by();
        row.at = appraisal.at();
        entities.persist(row);
    }
}
