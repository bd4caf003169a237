package cn.qifeng.evaluation.site.persistence;

import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Sites in the database. */
@ApplicationScoped
class JpaSites implements Sites {

    private final EntityManager entities;
    private final Json json;

    JpaSites(EntityManager entities, Json json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public List<Site> all() {
        return entities.createQuery("from SiteRow order by code", SiteRow.class)
                .getResultStream()
                .map(row -> row.toDomain(json))
                .toList();
    }

    @Override
    public Optional<Site> find(String code) {
        return Optional.ofNullable(entities.find(SiteRow.class, code)).map(row -> row.toDomain(json));
    }

    @Override
    public Optional<Site> lock(String code) {
        return Optional.ofNullable(entities.find(SiteRow.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(row -> row.toDomain(json));
    }

    @Override
    public void save(Site site) {
        var known = entities.find(SiteRow.class, site.code());
        var row = known == null ? new SiteRow() : known;
        row.become(site, json);
        entities.persist(row);
    }
}
