package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.Operators;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.enterprise.context.RequestScoped;

/** Tells as whom the caller asks about sites. */
@RequestScoped
public class SiteReaders {

    private final Caller caller;
    private final Operators operators;

    SiteReaders(Caller caller, Operators operators) {
        this.caller = caller;
        this.operators = operators;
    }

    /** The caller as a reader of sites. */
    public SiteReader now() {
        var person = caller.personId().toString();
        return caller.has(Role.CENTRE) || caller.has(Role.SUPERVISOR)
                ? SiteReader.whole(person)
                : SiteReader.ofSubSite(person, caller.party(), operators);
    }
}
