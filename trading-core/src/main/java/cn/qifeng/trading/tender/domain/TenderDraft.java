package cn.qifeng.trading.tender.domain;

import java.util.List;

/**
 * Everything that an agency decides before publication (招标方案草稿), as it wrote it; {@link TenderRules} tells whether it is lawful.
 * Optional parts are {@code null}.
 *
 * @param lotName name of the lot (标段名称)
 * @param estimateFen estimate (招标项目估算价) in fen
 * @param ceilingFen price ceiling (最高投标限价) in fen
 * @param minimumFen minimum price; 实施条例 §27 forbids one, so that it is refused and not dropped unseen
 * @param durationDaysMax longest duration in calendar days (计划工期)
 * @param quality quality asked for
 * @param bidValidityDays validity of bids in calendar days, from the deadline (投标有效期)
 * @param openingMode {@code TRUSTEES}: the trustees of the lot open; {@code BIDDERS}: bidders release their bids first
 * @param releaseMinutes mode BIDDERS: minutes in which bidders release (解密时限); {@code null} in the other
 * @param openingStepMinutes how long a step of the opening waits for trustees or witnesses before it is suspended (开标环节时限)
 * @param notice texts of the notice
 * @param criteria criteria of the technical evaluation; their points make the method's technical full score
 * @param review items of the preliminary review; none where it is no step of its own
 */
public record TenderDraft(
        String lotName,
        long estimateFen,
        long ceilingFen,
        Long minimumFen,
        int durationDaysMax,
        String quality,
        int bidValidityDays,
        String openingMode,
        Integer releaseMinutes,
        Integer openingStepMinutes,
        Schedule schedule,
        PanelSetting panel,
        ScoringMethod method,
        SecuritySetting security,
        AwardSetting award,
        NoticeText notice,
        List<Criterion> criteria,
        List<ReviewItem> review) {

    public TenderDraft {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        review = review == null ? List.of() : List.copyOf(review);
    }

    /** The same with another setting of its committee. */
    public TenderDraft with(PanelSetting changed) {
        return new TenderDraft(
                lotName,
                estimateFen,
                ceilingFen,
                minimumFen,
                durationDaysMax,
                quality,
                bidValidityDays,
                openingMode,
                releaseMinutes,
                openingStepMinutes,
                schedule,
                changed,
                method,
                security,
                award,
                notice,
                criteria,
                review);
    }

    /**
     * Whether the preliminary review comes behind the technical sheets: names stay covered where files are blind, and a
     * price that an item is about opens when technical points are locked.
     */
    public boolean screenedBehind() {
        return method.blind() != null || review.stream().anyMatch(it -> it.about() == ReviewItem.Evidence.PRICE);
    }

    /** Opening by k of n trustees. */
    public static final String TRUSTEES = "TRUSTEES";

    /** Opening by k of n trustees of what the bidders released. */
    public static final String BIDDERS = "BIDDERS";

    /**
     * Texts of the notice (公告内容, 招标投标法 §16).
     *
     * @param approval approving authority and number of the approval (审批)
     * @param fundSource source of the funds and their share
     * @param location place of the works
     * @param scale nature and scale
     * @param qualification what bidders must be qualified for
     * @param leaderQualification what the project leader must be qualified for
     * @param consortium whether consortia may bid
     * @param objectionChannel who takes objections, and how (异议渠道)
     * @param supervisor the regulator and its telephone
     * @param contacts lines with names, addresses and telephones
     */
    public record NoticeText(
            String approval,
            String fundSource,
            String location,
            String scale,
            String qualification,
            String leaderQualification,
            boolean consortium,
            String objectionChannel,
            String supervisor,
            List<String> contacts) {

        public NoticeText {
            contacts = contacts == null ? List.of() : List.copyOf(contacts);
        }
    }
}
