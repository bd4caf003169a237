package cn.qifeng.trading.opening;

import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PlatformCode;
import cn.qifeng.kernel.ProjectCode;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.TenderProjectCode;
import cn.qifeng.kernel.UnifiedDealCode;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.AwardSetting;
import cn.qifeng.trading.tender.domain.Criterion;
import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.PanelSetting;
import cn.qifeng.trading.tender.domain.PilotBasis;
import cn.qifeng.trading.tender.domain.Project;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Schedule;
import cn.qifeng.trading.tender.domain.ScoringMethod;
import cn.qifeng.trading.tender.domain.SecuritySetting;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import cn.qifeng.trading.tender.domain.Tenders;
import cn.qifeng.trading.tender.domain.Trim;
import cn.qifeng.trust.envelope.BidCore;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Publishes lots for tests without the pages of the agency. */
@ApplicationScoped
public class TestLots {

    private final Tenders tenders;
    private final Chain chain;
    private final Directory directory;
    private final PlatformClock clock;
    private final Trustees trustees;
    private int serial = 900;

    TestLots(Tenders tenders, Chain chain, Directory directory, PlatformClock clock, Trustees trustees) {
        this.tenders = tenders;
        this.chain = chain;
        this.directory = directory;
        this.clock = clock;
        this.trustees = trustees;
    }

    /** A published lot with the trustees of the sandbox. */
    @Transactional
    public PublishedLot publish(Duration untilDeadline) {
        return publish(untilDeadline, TenderDraft.TRUSTEES, null);
    }

    /** The same in mode BIDDERS: bidders have so many minutes to release their bids. */
    @Transactional
    public PublishedLot publishForRelease(Duration untilDeadline, int minutes) {
        return publish(untilDeadline, TenderDraft.BIDDERS, minutes);
    }

    private PublishedLot publish(Duration untilDeadline, String mode, Integer minutes) {
        var lot = LotId.random();
        var tender = TenderId.random();
        var people = TestPerson.of(directory, List.of("supervisor", "notary", "operator"));
        return publish(tender, lot, trustees.ceremony(tender, lot, people), untilDeadline, mode, minutes);
    }

    /** A published lot with a key set that was made elsewhere; with minutes in mode BIDDERS. */
    @Transactional
    public PublishedLot publish(TenderId tender, LotId lot, KeySet set, Duration untilDeadline, Integer minutes) {
        return publish(
                tender, lot, set, untilDeadline, minutes == null ? TenderDraft.TRUSTEES : TenderDraft.BIDDERS, minutes);
    }

    private PublishedLot publish(
            TenderId tender, LotId lot, KeySet set, Duration untilDeadline, String mode, Integer minutes) {
        var now = clock.now();
        var project = project(now);
        var draft = draft(now, now.plus(untilDeadline), mode, minutes);
        var hash = chain.append(tender, "tender/published", published(tender, lot, project, set, draft))
                .hash();
        var ctx = Hex.encode(BidCore.tenderCtx(Hex.decode(hash), lot.value()));
        var publication = new Tender.Publication(hash, ctx, set.idHex(), now);
        tenders.add(project);
        var tenderCode = TenderProjectCode.of(project.code(), 1);
        tenders.add(Tender.restore(
                tender,
                lot,
                project,
                LotCode.of(tenderCode, 1),
                UnifiedDealCode.issue("A02", project.procuringEntity().uscc(), LocalDate.of(2026, 11, 22), serial),
                draft,
                new DocumentSet(1, null, null, null, null),
                publication,
                null,
                Stage.BIDDING));
        return tenders.ofLot(lot).orElseThrow().published().orElseThrow();
    }

    private ObjectNode published(TenderId tender, LotId lot, Project project, KeySet set, TenderDraft draft) {
        var doc = CanonicalJson.object()
                .put("type", "tender-publication")
                .put("v", 1)
                .put("tender", tender.toString())
                .put("trusteeSet", set.idHex());
        doc.putObject("lot")
                .put("id", lot.toString())
                .put("name", draft.lotName())
                .put("ceilingFen", draft.ceilingFen());
        doc.put("durationDaysMax", draft.durationDaysMax())
                .put("bidValidityDays", draft.bidValidityDays())
                .putNull("security");
        doc.putObject("agency").put("uscc", project.agency().uscc().value());
        doc.putObject("procuringEntity")
                .put("uscc", project.procuringEntity().uscc().value());
        doc.putObject("document").put("version", 1).putNull("docx").putNull("pdf");
        doc.putObject("schedule")
                .put("bidDeadline", Moments.format(draft.schedule().bidDeadline()));
        var coefficients = doc.putObject("method").putArray("k");
        draft.method().k().forEach(coefficients::add);
        doc.put("openingMode", draft.openingMode());
        if (draft.releaseMinutes() != null) {
            doc.put("releaseMinutes", draft.releaseMinutes());
        }
        doc.put("openingStepMinutes", draft.openingStepMinutes());
        doc.putNull("bill");
        var body = CanonicalJson.object();
        body.set(
                "statement",
                Statement.of(doc, TestPerson.of(directory, "agency").key()).toJson());
        body.set("keySet", set.toDoc());
        return body;
    }

    private Project project(Instant now) {
        serial++;
        var code = ProjectCode.of(PlatformCode.of("A330703", 901), serial);
        return new Project(
                UUID.randomUUID(),
                code,
                "示例区河道整治工程",
                "A02",
                "330703",
                organisation("tenderer"),
                organisation("agency"),
                now);
    }

    private Organisation organisation(String account) {
        var party =
                directory.party(directory.account(account).orElseThrow().party().orElseThrow());
        return new Organisation(party.id(), party.name(), party.uscc());
    }

    private static TenderDraft draft(Instant issued, Instant deadline, String mode, Integer minutes) {
        return new TenderDraft(
                "河道整治一标段",
                1_200_000_000L,
                1_150_000_000L,
                null,
                365,
                "合格",
                90,
                mode,
                minutes,
                120,
                new Schedule(issued, issued, issued, issued, deadline),
                new PanelSetting(5, 0),
                new ScoringMethod(
                        "M-A",
                        "60",
                        "1.0",
                        "0.5",
                        List.of("0.960", "0.970", "0.980"),
                        List.of(new Trim(6, 1, 1)),
                        "40"),
                new SecuritySetting(20_000_000L, List.of("BOND", "CASH")),
                AwardSetting.separated(new PilotBasis("示例〔2026〕1号", "示例", "示例", true), 3, 5, 3, 3),
                new TenderDraft.NoticeText(
                        "示例发改〔2026〕8号",
                        "财政资金，100%",
                        "示例区",
                        "河道整治1.2公里",
                        "水利水电工程施工总承包三级及以上",
                        "水利水电工程专业二级及以上注册建造师",
                        false,
                        "通过平台向招标人提出",
                        "示例区水利局，电话 0579-00000002",
                        List.of("招标代理机构：电话 0579-00000001")),
                List.of(new Criterion("T1", "施工组织设计", "40", Criterion.Kind.SUBJECTIVE)),
                List.of());
    }
}
