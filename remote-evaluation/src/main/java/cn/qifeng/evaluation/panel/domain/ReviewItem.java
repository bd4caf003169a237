package cn.qifeng.evaluation.panel.domain;

/**
 * One published item of the preliminary review (初步评审项): every bid passes it or does not.
 *
 * @param item short code, unique in the session, beside the criteria too
 * @param ground ground of rejection that a failing means, {@code RJ1} to {@code RJ7} without {@code RJ5}: prices are shut
 * @param page whether the bidder's index has to name a page for it
 * @param about what it is judged by; {@code null} in an order of an older form: the files of the bid
 */
public record ReviewItem(String item, Part part, String name, String ground, boolean page, Evidence about) {

    public ReviewItem {
        about = about == null ? Evidence.FILES : about;
    }

    /** An item that is judged by the files of the bid. */
    public ReviewItem(String item, Part part, String name, String ground, boolean page) {
        this(item, part, name, ground, page, Evidence.FILES);
    }

    /** What members judge an item by (评审依据). */
    public enum Evidence {
        /** The files of the bid (投标文件). */
        FILES,
        /** What its letter promises beside the price (投标函). */
        LETTER,
        /** Its price and its priced bill (投标报价). */
        PRICE
    }

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
