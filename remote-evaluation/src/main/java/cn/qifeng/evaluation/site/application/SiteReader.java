package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.Operators;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.SiteKind;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.kernel.PartyId;
import java.util.Optional;

/**
 * Who asks about sites: the main site and supervisors see all of them and whose evaluation it is, a sub-site sees itself
 * and never whose evaluation it is.
 *
 * @param person id of the person
 * @param whole whether it is of the main site or a supervisor
 * @param operator unified social credit code of the sub-site's centre; empty otherwise
 */
public record SiteReader(String person, boolean whole, String operator) {

    /** One who sees everything. */
    public static SiteReader whole(String person) {
        return new SiteReader(person, true, "");
    }

    /** One of a sub-site; without an organisation it sees nothing. */
    public static SiteReader ofSubSite(String person, Optional<PartyId> party, Operators operators) {
        return new SiteReader(person, false, party.map(operators::of).orElse(""));
    }

    /** Whether the site may be seen. */
    public boolean sees(Site site) {
        return whole || site.operator().equals(operator);
    }

    /** Whether it may answer for the site: each centre for its own, the main site for its own rooms. */
    boolean answersFor(Site site) {
        return whole ? site.kind() == SiteKind.MAIN : site.operator().equals(operator);
    }

    /** Refuses with {@link SiteRefusal#NOT_YOURS} a site that may not be seen. */
    Site checked(Site site) {
        if (!sees(site)) {
            throw SiteRefusal.NOT_YOURS.at("site", site.code(), "a site of " + operator);
        }
        return site;
    }
}
