package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PlatformCode;
import cn.qifeng.kernel.ProjectCode;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderProjectCode;
import cn.qifeng.kernel.UnifiedDealCode;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.Project;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import cn.qifeng.trading.tender.domain.Tenders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Registers projects and tenders (进场登记) and gives them their codes. */
@ApplicationScoped
public class RegisterProject {

    private static final Pattern REGION = Pattern.compile("[1-9]\\d{5}");
    private static final Pattern KIND = Pattern.compile("[A-Z]\\d{2}");
    private static final int NAME_MAX = 200;

    private final Tenders tenders;
    private final Directory directory;
    private final LegalClock clock;
    private final PlatformCode platform;

    RegisterProject(
            Tenders tenders,
            Directory directory,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.platform.code", defaultValue = "E3307030001") String platform) {
        this.tenders = tenders;
        this.directory = directory;
        this.clock = clock;
        this.platform = new PlatformCode(platform);
    }

    /**
     * What an agency hands in.
     *
     * @param kind deal class (交易分类码), such as {@code A02}
     * @param region GB/T 2260
     * @param procuringEntity credit code of the procuring entity
     */
    public record Application(String name, String kind, String region, String procuringEntity) {}

    /** Registers a project for {@code agency}. */
    @Transactional
    public Project project(Application application, PartyId agency) {
        checkShape(application);
        var project = new Project(
                UUID.randomUUID(),
                ProjectCode.of(platform, tenders.nextSerial("project")),
                application.name().strip(),
                application.kind(),
                application.region(),
                organisation(procuringEntity(application.procuringEntity())),
                organisation(directory.party(agency)),
                clock.now());
        tenders.add(project);
        return project;
    }

    /**
     * Registers a tender with one lot.
     *
     * @param dealCode unified deal code if a public service platform gave one, otherwise {@code null}
     */
    @Transactional
    public Tender tender(UUID projectId, String dealCode, PartyId agency) {
        var project = tenders.project(projectId)
                .orElseThrow(() -> new Refused(
                        TenderRefusal.NO_SUCH_PROJECT, Facts.field("project", projectId, "a registered project")));
        if (!project.agency().id().equals(agency)) {
            throw TenderRefusal.NOT_YOUR_TENDER.refused();
        }
        var tenderCode = TenderProjectCode.of(
                project.code(), tenders.nextSerial("tender " + project.code().value()));
        var tender = Tender.register(project, LotCode.of(tenderCode, 1), code(project, dealCode));
        tenders.add(tender);
        return tender;
    }

    private UnifiedDealCode code(Project project, String given) {
        if (given == null || given.isEmpty()) {
            var day = DeadlineCalculator.dayOf(clock.now());
            return UnifiedDealCode.issue(
                    project.kind(), project.procuringEntity().uscc(), day, tenders.nextSerial("deal " + day));
        }
        if (!UnifiedDealCode.isValid(given)) {
            throw new Refused(
                    TenderRefusal.WRONG_DEAL_CODE,
                    Facts.field("unifiedDealCode", given, "40 characters with the check character of MOD 37-2"));
        }
        return new UnifiedDealCode(given);
    }

    private static void checkShape(Application application) {
        if (application.name() == null
                || application.name().isBlank()
                || application.name().length() > NAME_MAX) {
            throw new Refused(
                    TenderRefusal.FIELD_MISSING, Facts.field("name", application.name(), "1 to 200 characters"));
        }
        if (application.kind() == null || !KIND.matcher(application.kind()).matches()) {
            throw new Refused(
                    TenderRefusal.WRONG_DEAL_CODE, Facts.field("kind", application.kind(), "a letter and two digits"));
        }
        if (application.region() == null
                || !REGION.matcher(application.region()).matches()) {
            throw new Refused(TenderRefusal.WRONG_REGION, Facts.field("region", application.region(), "six digits"));
        }
    }

    private Party procuringEntity(String uscc) {
        if (!Uscc.isValid(uscc)) {
            throw unknown(uscc, "a unified social credit code with a right check digit");
        }
        return directory
                .party(new Uscc(uscc))
                .filter(it -> it.kind() == PartyKind.PROCURING_ENTITY && it.active())
                .orElseThrow(() -> unknown(uscc, "a verified procuring entity"));
    }

    private static Refused unknown(String seen, String expected) {
        return new Refused(TenderRefusal.UNKNOWN_PARTY, Facts.field("procuringEntity", seen, expected));
    }

    private static Organisation organisation(Party party) {
        return new Organisation(party.id(), party.name(), party.uscc());
    }
}
