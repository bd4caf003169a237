package cn.qifeng.trading.tender.application;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.trading.tender.domain.AwardSetting;
import cn.qifeng.trading.tender.domain.ScoringMethod;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of the tender document (招标文件字段) that follow from the draft, over those that the agency typed. */
final class DocumentFields {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日HH时mm分").withZone(DeadlineCalculator.ZONE);

    private final Map<String, Object> fields;

    private DocumentFields(Map<String, Object> typed) {
        this.fields = new HashMap<>(typed);
    }

    static Map<String, Object> of(Tender tender, Map<String, Object> typed, LocalDate today) {
        var all = new DocumentFields(typed);
        all.whoAndWhat(tender);
        all.prices(tender);
        all.times(tender, today);
        all.evaluation(tender);
        return all.fields;
    }

    private void whoAndWhat(Tender tender) {
        var project = tender.project();
        var notice = tender.draft().notice();
        fields.put("projectName", project.name());
        fields.put("projectCode", project.code().value());
        fields.put("sectionName", tender.draft().lotName());
        fields.put("sectionCode", tender.lotCode().value());
        fields.put("unifiedDealCode", tender.dealCode().value());
        fields.put("tenderer", project.procuringEntity().name());
        fields.put("tendererUscc", project.procuringEntity().uscc().value());
        fields.put("agency", project.agency().name());
        fields.put("agencyUscc", project.agency().uscc().value());
        fields.put("approval", notice.approval());
        fields.put("funds", notice.fundSource());
        fields.put("location", notice.location());
        fields.put("scale", notice.scale());
        fields.put("qualification", notice.qualification());
        fields.put("leaderQualification", notice.leaderQualification());
        fields.put("consortiumAllowed", notice.consortium() ? "接受" : "不接受");
        fields.put("jointVenture", notice.consortium());
        fields.put("objectionChannel", notice.objectionChannel());
        fields.put("supervision", notice.supervisor());
        fields.put("contacts", String.join("\n", notice.contacts()));
    }

    private void prices(Tender tender) {
        var draft = tender.draft();
        var ceiling = new Fen(draft.ceilingFen());
        fields.put("estimate", money(new Fen(draft.estimateFen())));
        fields.put("ceiling", money(ceiling));
        fields.put("ceilingWords", ChineseCapitals.of(ceiling));
        fields.put("depositAmount", money(new Fen(draft.security().amountFen())));
        fields.put(
                "depositForms",
                String.join(
                        "、",
                        draft.security().forms().stream()
                                .map(form -> form.equals("BOND") ? "电子保函" : "银行转账")
                                .toList()));
    }

    private void times(Tender tender, LocalDate today) {
        var draft = tender.draft();
        var schedule = draft.schedule();
        fields.put("issueStart", moment(schedule.issuedAt()));
        fields.put("issueEnd", moment(schedule.bidDeadline()));
        fields.put("questionDeadline", moment(schedule.questionDeadline()));
        fields.put("clarifyDeadline", moment(schedule.clarificationDeadline()));
        fields.put("objectionDeadline", moment(schedule.objectionDeadline()));
        fields.put("bidDeadline", moment(schedule.bidDeadline()));
        fields.put("durationDays", String.valueOf(draft.durationDaysMax()));
        fields.put("bidValidityDays", String.valueOf(draft.bidValidityDays()));
        fields.put("qualityStandard", draft.quality());
        fields.put("docDate", DAY.format(today));
    }

    private void evaluation(Tender tender) {
        var draft = tender.draft();
        var method = draft.method();
        fields.put("committeeSize", String.valueOf(draft.panel().size()));
        fields.put("committeeTendererReps", String.valueOf(draft.panel().tendererSeats()));
        fields.put("evaluationTime", draft.panel().evaluationTime());
        fields.put("priceWeight", method.fullScore());
        technicalWeights(method);
        fields.put("e1", method.e1());
        fields.put("e2", method.e2());
        fields.put("methodName", MethodWords.name(method));
        fields.put("basePrice", MethodWords.base(method));
        fields.put("drawnName", MethodWords.drawn(method));
        fields.put("openingStepMinutes", String.valueOf(draft.openingStepMinutes()));
        fields.put("kSet", MethodWords.pools(method));
        fields.put("trimRule", MethodWords.rules(method));
        reviewed(draft);
        fields.put("blindRule", MethodWords.blind(method));
        fields.put("screened", !draft.review().isEmpty());
        fields.put("reviewOrder", ReviewWords.order(draft));
        fields.put("reviewItems", ReviewWords.rows(draft));
        fields.put("procurement", tender.dealCode().value().startsWith("D"));
        award(draft.award());
    }

    /** Of a separated award and of one among ranked candidates, each has its own chapter. */
    private void award(AwardSetting award) {
        fields.put("separated", !award.byRank());
        fields.put("ranked", award.byRank());
        fields.put("awardSummary", AwardWords.summary(award));
        fields.put("awardRule", AwardWords.rule(award));
        fields.put("recommended", AwardWords.recommended(award));
        fields.put(
                "separationPilotNo", award.byRank() ? "—" : award.pilotBasis().documentNo());
        fields.put("finalistCount", String.valueOf(award.finalistsMax()));
        fields.put("awardCommitteeSize", String.valueOf(award.committeeSize()));
        fields.put("awardMaxRounds", String.valueOf(award.roundsMax()));
        fields.put("candidatePublicityDays", String.valueOf(award.publicityDays()));
    }

    /** What of the chapter on evaluation is there in method M-E only, and what in the others only. */
    private void reviewed(TenderDraft draft) {
        var method = draft.method();
        boolean reviewed = method.price() == PriceMethod.LOWEST_REVIEWED_PRICE;
        fields.put("scored", !reviewed);
        fields.put("reviewed", reviewed);
        fields.put("correctionRule", MethodWords.correction(method));
        fields.put(
                "passItems",
                draft.criteria().stream().map(it -> it.item() + it.name()).collect(Collectors.joining("；")));
        fields.put(
                "adjustments",
                method.adjustments().stream()
                        .map(it -> Map.of(
                                "code",
                                it.code(),
                                "name",
                                it.name(),
                                "basis",
                                it.basis(),
                                "rule",
                                MethodWords.rule(it)))
                        .toList());
    }

    /** The technical part may be shown in two, works and credit (资信标), when both typed weights make its full score. */
    private void technicalWeights(ScoringMethod method) {
        var full = new BigDecimal(method.technicalFull());
        boolean split = sum(fields.get("technicalWeight"), fields.get("creditWeight"))
                .filter(sum -> sum.compareTo(full) == 0)
                .isPresent();
        if (!split) {
            fields.put("technicalWeight", method.technicalFull());
            fields.put("creditWeight", "0");
        }
        if (!method.trim().isEmpty()) {
            fields.put("trimMin", String.valueOf(method.trim().get(0).bidsMin() - 1));
        }
    }

    private static Optional<BigDecimal> sum(Object one, Object other) {
        try {
            return Optional.of(new BigDecimal(String.valueOf(one)).add(new BigDecimal(String.valueOf(other))));
        } catch (NumberFormatException notBoth) {
            return Optional.empty();
        }
    }

    private static String money(Fen amount) {
        return String.format("%,.2f", amount.yuan());
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
