package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;

/**
 * A ground of rejection that a member found in a bid while scoring it (评分中发现的否决情形). It stands in the sealed sheet and
 * becomes a proposal to reject when all sheets are revealed; nobody learns of it before.
 *
 * @param code any ground but a price, which nobody sees while scoring
 * @param page where in the bid the evidence stands
 */
public record Defect(RejectionCode code, String reason, String page) {

    private static final int TEXT_MAX = 500;

    public Defect {
        if (code == null || code == RejectionCode.RJ5 || !written(reason) || !written(page)) {
            throw ScoringRefusal.REJECTION_INCOMPLETE.with(
                    Facts.field("sheet.rejection", code + ", " + reason + ", " + page, "a ground but RJ5, text, text")
                            .map());
        }
    }

    private static boolean written(String text) {
        return text != null && !text.isBlank() && text.length() <= TEXT_MAX;
    }
}
