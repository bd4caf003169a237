package cn.qifeng.evaluation.site.persistence;

import cn.qifeng.evaluation.site.domain.Site;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a site: its code, and everything else as JSON. */
@Entity
@Table(name = "venue_site")
class SiteRow {

    @Id
    String code;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;

    void become(Site site, Json json) {
        code = site.code();
        body = json.write(site);
    }

    Site toDomain(Json json) {
        return json.read(body, Site.class);
    }
}
