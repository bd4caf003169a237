package cn.qifeng.evaluation.panel.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Stage of an evaluation session (评标阶段). */
public enum Stage {
    /** The session's key set is being made (会议密钥生成). */
    FORMING,
    /** Experts are being drawn (抽取专家). */
    DRAWING,
    /** Experts answer, check in, declare and choose a leader (组建评标委员会). */
    CONVENING,
    /** Sheets are written and sealed: of the preliminary review, or technical ones (初步评审、技术评审). */
    SCORING,
    /** Every active member committed; sheets are opened (揭示评分). */
    REVEALING,
    /** The panel decides on bids that a member did not pass in the preliminary review (初步评审表决). */
    SETTLING,
    /** Prices are open; rejections are decided (报价评审与否决). */
    REVIEWING,
    /** Scores stand; the report is signed (签署评标报告). */
    REPORTING,
    /** The report is complete and the result handed over (评标结束); an approved re-review leads back (复评). */
    CONCLUDED;

    private static final Map<Stage, Set<Stage>> NEXT = Map.of(
            FORMING, EnumSet.of(DRAWING),
            DRAWING, EnumSet.of(CONVENING),
            CONVENING, EnumSet.of(DRAWING, SCORING),
            SCORING, EnumSet.of(CONVENING, REVEALING),
            REVEALING, EnumSet.of(CONVENING, SCORING, SETTLING, REVIEWING),
            SETTLING, EnumSet.of(CONVENING, SCORING, REVIEWING, REPORTING),
            REVIEWING, EnumSet.of(CONVENING, REPORTING),
            REPORTING, EnumSet.of(CONVENING, CONCLUDED),
            CONCLUDED, EnumSet.of(SCORING));

    /** Whether the session may go from this stage to the other. */
    public boolean leadsTo(Stage other) {
        return NEXT.get(this).contains(other);
    }

    /** Whether this stage is the other or comes after it. */
    public boolean isFrom(Stage other) {
        return compareTo(other) >= 0;
    }
}
