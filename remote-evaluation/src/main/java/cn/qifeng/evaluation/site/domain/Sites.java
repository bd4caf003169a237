package cn.qifeng.evaluation.site.domain;

import java.util.List;
import java.util.Optional;

/** Port to the sites (场所库). */
public interface Sites {

    /** All sites by code. */
    List<Site> all();

    /** One site. */
    Optional<Site> find(String code);

    /** One site, locked against others until the transaction ends: bookings of one site follow each other. */
    Optional<Site> lock(String code);

    /** Stores a new site or what became of one. */
    void save(Site site);
}
