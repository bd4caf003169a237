package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.tender.domain.Project;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trading.tender.domain.Tenders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The projects and tenders of an agency (本代理机构的招标). */
@ApplicationScoped
public class OwnTenders {

    private final Tenders tenders;

    OwnTenders(Tenders tenders) {
        this.tenders = tenders;
    }

    /** The tender; refuses with {@link TenderRefusal#NO_SUCH_TENDER}, also when it belongs to another agency. */
    public Tender of(TenderId id, PartyId agency) {
        return tenders.find(id)
                .filter(it -> it.project().agency().id().equals(agency))
                .orElseThrow(() -> new Refused(
                        TenderRefusal.NO_SUCH_TENDER, Facts.field("tender", id, "a tender of your agency")));
    }

    /** The same, still being written; refuses with {@link TenderRefusal#WRONG_STAGE} once it is published. */
    public Tender draft(TenderId id, PartyId agency) {
        var tender = of(id, agency);
        tender.requireStage(Stage.DRAFT);
        return tender;
    }

    /** Tenders of an agency, newest first. */
    public List<Tender> of(PartyId agency) {
        return tenders.ofAgency(agency);
    }

    /** Projects of an agency, newest first. */
    public List<Project> projectsOf(PartyId agency) {
        return tenders.projectsOf(agency);
    }
}
