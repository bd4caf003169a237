package cn.qifeng.trading.tender.domain;

/**
 * One item of the preliminary review (初步评审项), which a bid passes or does not. Only what the tender document names may be
 * used (实施条例 §49).
 *
 * @param item short id, unique in the document beside the criteria too, {@code F1}
 * @param name what is asked
 * @param ground ground of rejection that not passing it means, {@code RJ1} to {@code RJ7} but not {@code RJ5}
 * @param page whether the index of the bid has to name a page for it
 * @param about what it is judged by; {@code null} in a draft of an older form: the files of the bid
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
        /** What its letter promises beside the price: duration, quality, validity, leader, security (投标函). */
        LETTER,
        /** Its price and its priced bill, which open behind the technical sheets (投标报价). */
        PRICE
    }

    /** The three reviews that come one after the other (初步评审阶段). */
    public enum Part {
        /** Form (形式评审). */
        FORM,
        /** Qualification (资格评审). */
        QUALIFICATION,
        /** Response to the substantive requirements (响应性评审). */
        RESPONSIVENESS
    }
}
