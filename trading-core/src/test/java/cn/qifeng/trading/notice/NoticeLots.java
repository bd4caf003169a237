package cn.qifeng.trading.notice;

import cn.qifeng.kernel.LotCode;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PlatformCode;
import cn.qifeng.kernel.ProjectCode;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.TenderProjectCode;
import cn.qifeng.kernel.UnifiedDealCode;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.tender.domain.AwardSetting;
import cn.qifeng.trading.tender.domain.Criterion;
import cn.qifeng.trading.tender.domain.DocumentSet;
import cn.qifeng.trading.tender.domain.Organisation;
import cn.qifeng.trading.tender.domain.PanelSetting;
import cn.qifeng.trading.tender.domain.PilotBasis;
import cn.qifeng.trading.tender.domain.Project;
import cn.qifeng.trading.tender.domain.Schedule;
import cn.qifeng.trading.tender.domain.ScoringMethod;
import cn.qifeng.trading.tender.domain.SecuritySetting;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import cn.qifeng.trading.tender.domain.Tenders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Published lots with a whole notice and a chain that the test writes. */
@ApplicationScoped
class NoticeLots {

    private static final Organisation OWNER =
            new Organisation(new PartyId(UUID.randomUUID()), "示例区城市建设发展有限公司", new Uscc("91330703XX1079195L"));
    private static final Organisation AGENCY =
            new Organisation(new PartyId(UUID.randomUUID()), "示例正衡工程咨询有限公司", new Uscc("91330702XX1158387J"));

    private final Tenders tenders;
    private final Chain chain;
    private final PlatformClock clock;
    private int serial;

    NoticeLots(Tenders tenders, Chain chain, PlatformClock clock) {
        this.tenders = tenders;
        this.chain = chain;
        this.clock = clock;
    }

    /** Published lots of one project in one stage, with a separated award; the first one comes back. */
    @Transactional
    TenderId publish(String lotName, Stage stage, int count) {
        var basis = new PilotBasis("示例〔2026〕1号", "示例", "示例", true);
        return publish(lotName, stage, count, AwardSetting.separated(basis, 3, 5, 3, 3));
    }

    /** The same with another award. */
    @Transactional
    TenderId publish(String lotName, Stage stage, int count, AwardSetting award) {
        var now = clock.now();
        TenderId first = null;
        for (int i = 0; i < count; i++) {
            var project = project(now);
            tenders.add(project);
            var tender = TenderId.random();
            first = first == null ? tender : first;
            var code = TenderProjectCode.of(project.code(), 1);
            tenders.add(Tender.restore(
                    tender,
                    LotId.random(),
                    project,
                    LotCode.of(code, 1),
                    UnifiedDealCode.issue("A02", OWNER.uscc(), LocalDate.of(2026, 11, 22), serial),
                    draft(lotName, now, award),
                    new DocumentSet(1, null, "ab".repeat(32), "cd".repeat(32), null),
                    new Tender.Publication("12".repeat(32), "34".repeat(32), "56".repeat(32), now),
                    null,
                    stage));
        }
        return first;
    }

    /** Appends an entry to the chain of a tender. */
    @Transactional
    void record(TenderId tender, String type, ObjectNode body) {
        chain.append(tender, type, body);
    }

    /** The body of an entry out of JSON that is written with single quotes. */
    static ObjectNode body(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private Project project(Instant now) {
        serial++;
        return new Project(
                UUID.randomUUID(),
                ProjectCode.of(PlatformCode.of("A330703", 902), serial),
                "示例区道路改造工程",
                "A02",
                "330703",
                OWNER,
                AGENCY,
                now);
    }

    private static TenderDraft draft(String lotName, Instant now, AwardSetting award) {
        return new TenderDraft(
                lotName,
                1_200_000_000L,
                1_150_000_000L,
                null,
                365,
                "合格",
                90,
                TenderDraft.TRUSTEES,
                null,
                120,
                new Schedule(now, now, now, now, now.plus(Duration.ofDays(21))),
                new PanelSetting(5, 0),
                new ScoringMethod("M-A", "60", "1.0", "0.5", List.of("0.960", "0.970"), List.of(), "40"),
                new SecuritySetting(20_000_000L, List.of("BOND", "CASH")),
                award,
                new TenderDraft.NoticeText(
                        "示例区发展和改革局 示发改〔2026〕8号",
                        "财政预算资金，出资比例100%",
                        "示例区雁回路",
                        "道路改造1.86公里",
                        "市政公用工程施工总承包三级及以上资质",
                        "市政公用工程专业二级及以上注册建造师",
                        false,
                        "示例正衡工程咨询有限公司，电话 0579-00000001",
                        "示例区住房和城乡建设局，电话 0579-00000002",
                        List.of("招标人地址：示例区雁回路1号，联系人：甲，电话 0579-00000003")),
                List.of(new Criterion("T1", "施工组织设计", "40", Criterion.Kind.SUBJECTIVE)),
                List.of());
    }
}
