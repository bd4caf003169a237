package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.Signers;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may sign for the agency of a tender (招标代理签名人). */
@ApplicationScoped
public class AgencySigners {

    private final Signers signers;
    private final Directory directory;

    AgencySigners(Signers signers, Directory directory) {
        this.signers = signers;
        this.directory = directory;
    }

    /** Refuses with {@link TenderRefusal#FOREIGN_SIGNER} unless a person of the agency with its role signed. */
    public void require(Statement statement, Tender tender) {
        var person = directory.person(signers.bound(statement).person());
        var agency = tender.project().agency().id();
        boolean acts = person.party().filter(agency::equals).isPresent()
                && directory.rolesNow(person).names().contains(Role.AGENCY);
        if (!acts) {
            throw new Refused(
                    TenderRefusal.FOREIGN_SIGNER,
                    Facts.field("statement.sig", person.account(), "a person of the agency with its role"));
        }
    }
}
