package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.AWARD_COMMITTEE_SIZE_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.BID_PERIOD_DAYS_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.CLARIFICATION_DAYS_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.EVALUATION_HOURS_USUAL;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.FINALISTS_MAX;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.FINALISTS_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.OBJECTION_DAYS_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.PANEL_EXPERT_SHARE_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.PANEL_SIZE_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.PUBLICITY_DAYS_MIN;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.SECURITY_FEN_MAX;
import static cn.qifeng.trading.tender.domain.RuleParameters.Rule.SECURITY_SHARE_MAX;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trading.tender.domain.RuleParameters.InForce;
import cn.qifeng.trading.tender.domain.TenderDraft.NoticeText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Set;

/** Whether a draft is lawful (招标文件合法性检查). The first rule that says no is the refusal, with its article. */
public final class TenderRules {

    private static final Set<String> FORMS = Set.of("BOND", "CASH");
    private static final String MODES = "TRUSTEES or BIDDERS";
    private static final int RELEASE_MINUTES_MIN = 10;
    private static final int RELEASE_MINUTES_MAX = 240;
    private static final int STEP_MINUTES_MIN = 60;
    private static final int STEP_MINUTES_MAX = 1440;
    private static final int VALIDITY_DAYS_MAX = 720;
    private static final int DURATION_DAYS_MAX = 36_500;
    private static final int ROUNDS_MAX = 9;
    private static final int CANDIDATES_MAX = 3;
    private static final int PUBLICITY_DAYS_MAX = 60;

    private final InForce rules;
    private final DeadlineCalculator periods;

    /** Rules in force for one project on one day. */
    public TenderRules(InForce rules) {
        this.rules = rules;
        this.periods = new DeadlineCalculator(WorkingCalendar.shipped());
    }

    /** Refuses a draft that breaks a rule. */
    public void check(TenderDraft draft) {
        checkTexts(draft);
        checkPrices(draft);
        checkSchedule(required("schedule", draft.schedule()));
        checkPanel(required("panel", draft.panel()));
        new MethodRules(rules).check(required("method", draft.method()));
        if (draft.method().price() == PriceMethod.LOWEST_REVIEWED_PRICE) {
            AdjustmentRules.check(draft.criteria());
        }
        CriteriaRules.check(draft.criteria(), draft.method().technicalFull());
        ReviewRules.check(draft.review(), draft.criteria());
        checkSecurity(required("security", draft.security()), draft.estimateFen());
        checkAward(required("award", draft.award()));
    }

    /** Refuses, in addition, a draft whose times do not hold when it is published at {@code now}. */
    public void checkAtPublication(TenderDraft draft, Instant now) {
        check(draft);
        var schedule = draft.schedule();
        if (!now.isBefore(schedule.bidDeadline())) {
            throw refused(
                    TenderRefusal.DEADLINE_PASSED, "schedule.bidDeadline", schedule.bidDeadline(), "later than " + now);
        }
        if (DeadlineCalculator.dayOf(schedule.issuedAt()).isBefore(DeadlineCalculator.dayOf(now))) {
            throw refused(
                    TenderRefusal.ISSUE_IN_THE_PAST, "schedule.issuedAt", schedule.issuedAt(), "not before " + now);
        }
    }

    /** The draft with the usual evaluation time, where it names none. */
    public TenderDraft withEvaluationTime(TenderDraft draft) {
        return draft.with(draft.panel().usually(rules.integer(EVALUATION_HOURS_USUAL)));
    }

    private void checkTexts(TenderDraft draft) {
        text("lotName", draft.lotName());
        text("quality", draft.quality());
        range("durationDaysMax", draft.durationDaysMax(), 1, DURATION_DAYS_MAX);
        range("bidValidityDays", draft.bidValidityDays(), 1, VALIDITY_DAYS_MAX);
        checkOpeningMode(draft);
        NoticeText notice = required("notice", draft.notice());
        text("notice.approval", notice.approval());
        text("notice.fundSource", notice.fundSource());
        text("notice.location", notice.location());
        text("notice.scale", notice.scale());
        text("notice.qualification", notice.qualification());
        text("notice.leaderQualification", notice.leaderQualification());
        text("notice.objectionChannel", notice.objectionChannel());
        text("notice.supervisor", notice.supervisor());
        if (notice.contacts().isEmpty()) {
            throw refused(TenderRefusal.FIELD_MISSING, "notice.contacts", null, "at least one line");
        }
    }

    /** Who opens, and how long bidders have for their part of it, stands in the document (电子招标投标办法 §30). */
    private static void checkOpeningMode(TenderDraft draft) {
        var mode = draft.openingMode();
        if (!TenderDraft.TRUSTEES.equals(mode) && !TenderDraft.BIDDERS.equals(mode)) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "openingMode", mode, MODES);
        }
        range(
                "openingStepMinutes",
                required("openingStepMinutes", draft.openingStepMinutes()),
                STEP_MINUTES_MIN,
                STEP_MINUTES_MAX);
        var minutes = draft.releaseMinutes();
        if (TenderDraft.TRUSTEES.equals(mode)) {
            if (minutes != null) {
                throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "releaseMinutes", minutes, "none in mode TRUSTEES");
            }
            return;
        }
        range("releaseMinutes", required("releaseMinutes", minutes), RELEASE_MINUTES_MIN, RELEASE_MINUTES_MAX);
    }

    private static void checkPrices(TenderDraft draft) {
        if (draft.minimumFen() != null) {
            throw refused(TenderRefusal.MINIMUM_PRICE_SET, "minimumFen", draft.minimumFen(), "no minimum price");
        }
        if (draft.estimateFen() <= 0 || draft.estimateFen() > Fen.MAX) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "estimateFen", draft.estimateFen(), "1 to " + Fen.MAX);
        }
        if (draft.ceilingFen() <= 0 || draft.ceilingFen() > Fen.MAX) {
            throw refused(TenderRefusal.CEILING_MISSING, "ceilingFen", draft.ceilingFen(), "1 to " + Fen.MAX);
        }
    }

    private void checkSchedule(Schedule schedule) {
        Instant issued = required("schedule.issuedAt", schedule.issuedAt());
        Instant deadline = required("schedule.bidDeadline", schedule.bidDeadline());
        int days = rules.integer(BID_PERIOD_DAYS_MIN);
        if (!periods.atLeastDaysBetween(issued, deadline, days)) {
            var earliest = periods.earliestDayAfter(issued, days);
            throw new Refused(
                    TenderRefusal.DEADLINE_TOO_EARLY,
                    Facts.field("schedule.bidDeadline", deadline, "at least " + days + " days after issue")
                            .earliest(earliest.atStartOfDay(DeadlineCalculator.ZONE)
                                    .toInstant()));
        }
        var clarification = required("schedule.clarificationDeadline", schedule.clarificationDeadline());
        before(
                clarification,
                deadline,
                CLARIFICATION_DAYS_MIN,
                TenderRefusal.CLARIFICATION_TOO_LATE,
                "schedule.clarificationDeadline");
        notAfter(
                "schedule.questionDeadline",
                required("schedule.questionDeadline", schedule.questionDeadline()),
                clarification);
        checkObjections(required("schedule.objectionDeadline", schedule.objectionDeadline()), deadline);
        notAfter("schedule.issuedAt", issued, schedule.questionDeadline());
    }

    /** Whoever objects ten days before the deadline is in time (实施条例 §22): the document may not cut that short. */
    private void checkObjections(Instant objections, Instant deadline) {
        var last = periods.latestDayBefore(deadline, rules.integer(OBJECTION_DAYS_MIN));
        var day = DeadlineCalculator.dayOf(objections);
        if (day.isBefore(last) || !objections.isBefore(deadline)) {
            throw refused(
                    TenderRefusal.OBJECTION_DEADLINE_WRONG,
                    "schedule.objectionDeadline",
                    objections,
                    "not before " + last);
        }
    }

    private void before(
            Instant event, Instant deadline, RuleParameters.Rule rule, TenderRefusal refusal, String field) {
        if (!periods.atLeastDaysBetween(event, deadline, rules.integer(rule))) {
            throw refused(refusal, field, event, "not after " + periods.latestDayBefore(deadline, rules.integer(rule)));
        }
    }

    private void checkPanel(PanelSetting panel) {
        if (panel.size() % 2 == 0) {
            throw refused(TenderRefusal.PANEL_EVEN, "panel.size", panel.size(), "an odd number");
        }
        if (panel.size() < rules.integer(PANEL_SIZE_MIN)) {
            throw refused(
                    TenderRefusal.PANEL_TOO_SMALL,
                    "panel.size",
                    panel.size(),
                    "at least " + rules.integer(PANEL_SIZE_MIN));
        }
        range("panel.size", panel.size(), 1, 99);
        if (panel.evaluationHours() != null) {
            range("panel.evaluationHours", panel.evaluationHours(), PanelSetting.HOURS_MIN, PanelSetting.HOURS_MAX);
        }
        int experts = panel.size() - panel.tendererSeats();
        if (panel.tendererSeats() < 0 || !rules.atLeastShare(PANEL_EXPERT_SHARE_MIN, experts, panel.size())) {
            throw refused(
                    TenderRefusal.PANEL_TENDERER_SHARE,
                    "panel.tendererSeats",
                    panel.tendererSeats(),
                    "experts at least " + rules.of(PANEL_EXPERT_SHARE_MIN).value() + " of " + panel.size());
        }
    }

    private void checkSecurity(SecuritySetting security, long estimateFen) {
        if (security.amountFen() < 0) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, "security.amountFen", security.amountFen(), "0 or more");
        }
        var share = rules.decimal(SECURITY_SHARE_MAX);
        long most = BigDecimal.valueOf(estimateFen)
                .multiply(share)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        if (security.amountFen() > most) {
            throw refused(
                    TenderRefusal.SECURITY_ABOVE_SHARE, "security.amountFen", security.amountFen(), "at most " + most);
        }
        var cap = rules.fen(SECURITY_FEN_MAX);
        if (security.amountFen() > cap.value()) {
            throw refused(
                    TenderRefusal.SECURITY_ABOVE_CAP,
                    "security.amountFen",
                    security.amountFen(),
                    "at most " + cap.value());
        }
        if (security.forms().isEmpty() || !FORMS.containsAll(security.forms())) {
            throw refused(TenderRefusal.SECURITY_FORM_UNKNOWN, "security.forms", security.forms(), FORMS);
        }
    }

    private void checkAward(AwardSetting award) {
        if (award.byRank()) {
            checkRanked(award);
        } else if (AwardSetting.SEPARATED.equals(award.mode())) {
            checkSeparated(award);
        } else {
            throw refused(
                    TenderRefusal.AWARD_MODE_UNKNOWN,
                    "award.mode",
                    award.mode(),
                    AwardSetting.SEPARATED + " or " + AwardSetting.RANKED);
        }
        if (award.publicityDays() < rules.integer(PUBLICITY_DAYS_MIN) || award.publicityDays() > PUBLICITY_DAYS_MAX) {
            throw refused(
                    TenderRefusal.PUBLICITY_TOO_SHORT,
                    "award.publicityDays",
                    award.publicityDays(),
                    rules.integer(PUBLICITY_DAYS_MIN) + " to " + PUBLICITY_DAYS_MAX);
        }
    }

    /** Ranked candidates, of whom the procuring entity fixes the winner (实施条例 §53, §55). */
    private static void checkRanked(AwardSetting award) {
        if (award.finalistsMax() < 1 || award.finalistsMax() > CANDIDATES_MAX) {
            throw refused(
                    TenderRefusal.TOO_MANY_CANDIDATES,
                    "award.finalistsMax",
                    award.finalistsMax(),
                    "1 to " + CANDIDATES_MAX + ", ranked");
        }
        required("award.stateControlled", award.stateControlled());
        if (award.pilotBasis() != null) {
            throw refused(
                    TenderRefusal.FIELD_OUT_OF_RANGE, "award.pilotBasis", award.pilotBasis(), "none in mode RANKED");
        }
        range("award.committeeSize", award.committeeSize(), 0, 0);
        range("award.roundsMax", award.roundsMax(), 0, 0);
    }

    private void checkSeparated(AwardSetting award) {
        if (award.stateControlled() != null) {
            throw refused(
                    TenderRefusal.FIELD_OUT_OF_RANGE,
                    "award.stateControlled",
                    award.stateControlled(),
                    "none in mode SEPARATED");
        }
        var basis = award.pilotBasis();
        if (basis == null || blank(basis.documentNo()) || blank(basis.issuer()) || blank(basis.scope())) {
            throw refused(
                    TenderRefusal.PILOT_BASIS_MISSING, "award.pilotBasis", basis, "document number, issuer and scope");
        }
        int least = rules.integer(AWARD_COMMITTEE_SIZE_MIN);
        if (award.committeeSize() < least || award.committeeSize() % 2 == 0 || award.committeeSize() > 99) {
            throw refused(
                    TenderRefusal.AWARD_COMMITTEE_SIZE,
                    "award.committeeSize",
                    award.committeeSize(),
                    "odd, at least " + least);
        }
        range("award.finalistsMax", award.finalistsMax(), rules.integer(FINALISTS_MIN), rules.integer(FINALISTS_MAX));
        range("award.roundsMax", award.roundsMax(), 1, ROUNDS_MAX);
    }

    private static void notAfter(String field, Instant seen, Instant latest) {
        if (seen.isAfter(latest)) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, field, seen, "not after " + latest);
        }
    }

    private static void range(String field, int seen, int least, int most) {
        if (seen < least || seen > most) {
            throw refused(TenderRefusal.FIELD_OUT_OF_RANGE, field, seen, least + " to " + most);
        }
    }

    private static void text(String field, String seen) {
        if (blank(seen)) {
            throw refused(TenderRefusal.FIELD_MISSING, field, null, "a text");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static <T> T required(String field, T seen) {
        if (seen == null) {
            throw refused(TenderRefusal.FIELD_MISSING, field, null, "present");
        }
        return seen;
    }

    static Refused refused(TenderRefusal code, String field, Object seen, Object expected) {
        return new Refused(code, Facts.field(field, seen, expected));
    }
}
