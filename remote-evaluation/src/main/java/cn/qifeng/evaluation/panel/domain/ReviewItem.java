package cn.qifeng.evaluation.panel.domain;

/**
 * One published item of the preliminary review (初步评审项): every bid passes it or does not.
 *
 * @param item short code, unique in the session, beside the criteria too
 * @param ground ground of rejection that a failing means, {@code RJ1} to {@code RJ7} without {@code RJ5}: prices are shut
 * @param page whether the bidder's index has to name a page for it
 */
public record ReviewItem(String item, Part part, String name, String ground, boolean page) {

    /** The three reviews that come one after the other (初步评审阶段, 12号令 §25). */
    public enum Part {
        /** Form: signatures, seals, composition (形式评审). */
        FORM,
        /** Qualification of the bidder (资格评审). */
        QUALIFICATION,
        /** Response to the substantive requirements (响应性评审). */
        RESPONSIVENESS
    }
}
