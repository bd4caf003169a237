package cn.qifeng.trading.tender.domain;

import cn.qifeng.trading.tender.domain.RuleParameters.InForce;
import cn.qifeng.trading.tender.domain.RuleParameters.Parameter;
import cn.qifeng.trading.tender.domain.RuleParameters.Rule;
import cn.qifeng.trading.tender.domain.TenderDraft.NoticeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Lawful drafts, to be bent by tests. */
public final class Drafts {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Drafts() {}

    /** A moment in China. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }

    /** The rules as the migration seeds them. */
    public static InForce rules() {
        return new InForce(List.of(
                rule(Rule.BID_PERIOD_DAYS_MIN, "20"),
                rule(Rule.CLARIFICATION_DAYS_MIN, "15"),
                rule(Rule.OBJECTION_DAYS_MIN, "10"),
                rule(Rule.SECURITY_SHARE_MAX, "0.02"),
                rule(Rule.SECURITY_FEN_MAX, "80000000"),
                rule(Rule.PANEL_SIZE_MIN, "5"),
                rule(Rule.PANEL_EXPERT_SHARE_MIN, "2/3"),
                rule(Rule.EVALUATION_HOURS_USUAL, "8"),
                rule(Rule.K_MIN, "0.85"),
                rule(Rule.K_MAX, "1.00"),
                rule(Rule.PUBLICITY_DAYS_MIN, "3"),
                rule(Rule.AWARD_COMMITTEE_SIZE_MIN, "5"),
                rule(Rule.FINALISTS_MIN, "3"),
                rule(Rule.FINALISTS_MAX, "7")));
    }

    private static Parameter rule(Rule rule, String value) {
        return new Parameter(rule, value, "law", LocalDate.of(2000, 1, 1), null, null, null);
    }

    /** A lawful draft, issued 2026-11-27, deadline 2026-12-22. */
    public static Bend lawful() {
        return new Bend();
    }

    /** Bends one part of a lawful draft. */
    public static final class Bend {

        private long estimateFen = 8_350_000_000L;
        private long ceilingFen = 8_280_233_900L;
        private Long minimumFen;
        private String openingMode = TenderDraft.TRUSTEES;
        private Integer releaseMinutes;
        private Schedule schedule = schedule("2026-11-27T09:00", "2026-12-22T09:30");
        private PanelSetting panel = new PanelSetting(5, 1);
        private ScoringMethod method = Drafts.method("60", "40", List.of("0.95", "0.96", "0.97", "0.98"));
        private SecuritySetting security = new SecuritySetting(60_000_000L, List.of("BOND", "CASH"));
        private List<ReviewItem> review = List.of();
        private AwardSetting award = separated(new PilotBasis("示例〔2026〕9号", "示例区政府", "市政工程施工", true));

        public Bend estimate(long fen) {
            estimateFen = fen;
            return this;
        }

        public Bend ceiling(long fen) {
            ceilingFen = fen;
            return this;
        }

        public Bend minimum(long fen) {
            minimumFen = fen;
            return this;
        }

        public Bend opening(String mode, Integer minutes) {
            openingMode = mode;
            releaseMinutes = minutes;
            return this;
        }

        public Bend period(String issued, String deadline) {
            schedule = schedule(issued, deadline);
            return this;
        }

        public Bend panel(int size, int tendererSeats) {
            panel = new PanelSetting(size, tendererSeats);
            return this;
        }

        public Bend hours(Integer hours) {
            panel = new PanelSetting(5, 1, null, null, null, hours);
            return this;
        }

        public Bend method(ScoringMethod other) {
            method = other;
            return this;
        }

        public Bend security(long fen) {
            security = new SecuritySetting(fen, List.of("BOND", "CASH"));
            return this;
        }

        public Bend review(ReviewItem... items) {
            review = List.of(items);
            return this;
        }

        public Bend award(AwardSetting changed) {
            award = changed;
            return this;
        }

        public Bend pilotBasis(PilotBasis basis) {
            award = separated(basis);
            return this;
        }

        public TenderDraft draft() {
            return new TenderDraft(
                    "示例路改造工程施工",
                    estimateFen,
                    ceilingFen,
                    minimumFen,
                    360,
                    "合格",
                    90,
                    openingMode,
                    releaseMinutes,
                    120,
                    schedule,
                    panel,
                    method,
                    security,
                    award,
                    notice(),
                    criteria(method.technicalFull()),
                    review);
        }
    }

    /** Two criteria that share these points. */
    public static List<Criterion> criteria(String points) {
        var half = new java.math.BigDecimal(points).divide(java.math.BigDecimal.valueOf(2));
        return List.of(
                new Criterion("T1", "施工组织设计", half.toPlainString(), Criterion.Kind.SUBJECTIVE),
                new Criterion("T2", "质量保证措施", half.toPlainString(), Criterion.Kind.SUBJECTIVE));
    }

    /** Method M-A with these weights and this set of K. */
    public static ScoringMethod method(String price, String technical, List<String> k) {
        return new ScoringMethod("M-A", price, "1.0", "0.5", k, List.of(new Trim(6, 1, 1)), technical);
    }

    private static Schedule schedule(String issued, String deadline) {
        var end = at(deadline);
        return new Schedule(
                at(issued), at(issued), end.minusSeconds(15 * 86_400L), end.minusSeconds(10 * 86_400L), end);
    }

    private static AwardSetting separated(PilotBasis basis) {
        return AwardSetting.separated(basis, 3, 5, 3, 3);
    }

    private static NoticeText notice() {
        return new NoticeText(
                "示例区发展和改革局 示例发改〔2026〕118号",
                "财政资金 100%",
                "示例区学林路",
                "道路全长约2480m",
                "市政公用工程施工总承包二级及以上",
                "市政公用工程专业一级注册建造师",
                false,
                "通过平台向招标人提出",
                "示例区住房和城乡建设局 0000-8209009",
                List.of("招标代理机构：示例咨询有限公司 0000-8202002"));
    }
}
