package cn.qifeng.evaluation.clearing.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why bills cannot be cleared (清标拒绝). */
public enum ClearingRefusal implements RefusalCode {

    /** Prices are not open yet. */
    NOT_OPEN("clearing/not-open", Kind.NOT_NOW, "实施条例 §49"),

    /** The clearing is done; what it came to does not change. */
    DONE_ALREADY("clearing/done-already", Kind.NOT_NOW, ""),

    /** The clearing is not done yet. */
    NOT_DONE("clearing/not-done", Kind.NOT_NOW, ""),

    /** There is no such bid in this session. */
    NO_SUCH_BID("clearing/no-such-bid", Kind.NOT_FOUND, ""),

    /** A filter names what does not exist. */
    BAD_FILTER("clearing/bad-filter", Kind.INVALID, ""),

    /** The bid has no priced bill. */
    BILL_MISSING("clearing/bill-missing", Kind.INVALID, "GB 50500 6.1.4"),

    /** The file is no workbook that can be read. */
    BILL_UNREADABLE("clearing/bill-unreadable", Kind.INVALID, ""),

    /** The file unpacks to more than a bill can be. */
    BILL_TOO_LARGE("clearing/bill-too-large", Kind.INVALID, ""),

    /** The workbook has no sheet of items (表-08) with its headings. */
    NO_ITEMS("clearing/no-items", Kind.INVALID, "GB 50500 6.1.4");

    private final String code;
    private final Kind kind;
    private final String law;

    ClearingRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String law() {
        return law;
    }
}
