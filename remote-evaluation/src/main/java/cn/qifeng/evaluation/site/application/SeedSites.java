package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Fills an empty catalogue; one with any site stays as it is. */
@ApplicationScoped
public class SeedSites {

    private final Sites sites;

    SeedSites(Sites sites) {
        this.sites = sites;
    }

    /** Stores these sites unless there are some already. */
    @Transactional
    public void with(List<Site> seeds) {
        if (sites.all().isEmpty()) {
            seeds.forEach(Site::check);
            seeds.forEach(sites::save);
        }
    }
}
