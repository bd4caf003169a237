package cn.qifeng.evaluation.clearing.domain;

import static cn.qifeng.evaluation.clearing.domain.Severity.NOTABLE;
import static cn.qifeng.evaluation.clearing.domain.Severity.SEVERE;

/** What a clearing can find in a priced bill (清标发现类别), with the rule that makes it worth a look. */
public enum FindingKind {
    /** The amount of a line is not quantity × unit price; the unit price decides. */
    LINE_AMOUNT(Group.ARITHMETIC, NOTABLE, "施工招标投标办法 §53"),
    /** The amount fits a unit price with its decimal point elsewhere; then the amount decides. */
    DECIMAL_SLIP(Group.ARITHMETIC, SEVERE, "施工招标投标办法 §53"),
    /** A sub-total of a division is not the sum of its lines. */
    SUBTOTAL(Group.ARITHMETIC, NOTABLE, "GB 50500 6.2.8"),
    /** The total of the items is not the sum of its divisions. */
    TOTAL(Group.ARITHMETIC, NOTABLE, "GB 50500 6.2.8"),
    /** The summary (表-04) does not add up, or not to the items. */
    SUMMARY(Group.ARITHMETIC, NOTABLE, "GB 50500 6.2.8"),
    /** The summary comes to another price than the one read out. */
    BID_PRICE(Group.ARITHMETIC, SEVERE, "GB 50500 6.2.8"),
    /** A number was expected and something else stands there. */
    NOT_A_NUMBER(Group.ARITHMETIC, SEVERE, "GB 50500 6.2.7"),

    /** An item of the tender's bill is not in the bid's. */
    OMITTED(Group.TENDER_BILL, SEVERE, "GB 50500 6.1.4"),
    /** An item of the bid's bill is not in the tender's. */
    ADDED(Group.TENDER_BILL, SEVERE, "GB 50500 6.1.4"),
    /** An item stands twice: there must be one price. */
    DUPLICATE(Group.TENDER_BILL, SEVERE, "GB 50500 6.2.7"),
    /** The name of an item was changed. */
    NAME_CHANGED(Group.TENDER_BILL, NOTABLE, "GB 50500 6.1.4"),
    /** The description of an item was changed. */
    FEATURE_CHANGED(Group.TENDER_BILL, NOTABLE, "GB 50500 6.1.4"),
    /** The unit of an item was changed. */
    UNIT_CHANGED(Group.TENDER_BILL, SEVERE, "GB 50500 6.1.4"),
    /** The quantity of an item was changed. */
    QUANTITY_CHANGED(Group.TENDER_BILL, SEVERE, "GB 50500 6.1.4"),
    /** A figure that the tender's bill gives, such as a provisional sum or a fixed rate, was changed. */
    GIVEN_CHANGED(Group.TENDER_BILL, SEVERE, "GB 50500 6.2.5"),

    /** An item has no unit price; it may count as included in others. */
    PRICE_MISSING(Group.PRICE, NOTABLE, "GB 50500 6.2.7"),
    /** A unit price is zero or below. */
    PRICE_NOT_POSITIVE(Group.PRICE, SEVERE, "GB 50500 6.2.7"),
    /** A unit price lies far from the median of all bids. */
    PRICE_DEVIATION(Group.PRICE, NOTABLE, "实施条例 §52"),
    /** A unit price departs from the bid's own level of prices, and weighs. */
    UNBALANCED(Group.PRICE, NOTABLE, "发改法规规〔2022〕1117号 一(五)");

    private final Group group;
    private final Severity severity;
    private final String source;

    FindingKind(Group group, Severity severity, String source) {
        this.group = group;
        this.severity = severity;
        this.source = source;
    }

    /** Which of the three questions it answers. */
    public Group group() {
        return group;
    }

    /** Its usual severity; a difference of rounding is less. */
    public Severity severity() {
        return severity;
    }

    /** Clause of law or standard that makes it worth a look. */
    public String source() {
        return source;
    }

    /** The three questions of a clearing (清标内容). */
    public enum Group {
        /** Does the bill add up (算术). */
        ARITHMETIC,
        /** Is it the tender's bill that was priced (与招标清单的符合性). */
        TENDER_BILL,
        /** Are the unit prices out of the ordinary (单价). */
        PRICE
    }
}
