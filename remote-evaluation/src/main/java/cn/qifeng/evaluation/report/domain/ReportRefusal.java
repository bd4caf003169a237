package cn.qifeng.evaluation.report.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a report cannot be signed or closed (评标报告). */
public enum ReportRefusal implements RefusalCode {

    /** There is no report yet. */
    NO_REPORT("report/not-found", Kind.NOT_FOUND, ""),

    /** The platform has no electronic seal for OFD files (GB/T 38540). */
    NO_OFD("report/no-electronic-seal", Kind.NOT_FOUND, ""),

    /** Dissent needs a reason in writing. */
    REASON_NEEDED("report/reason-needed", Kind.INVALID, "实施条例 §53"),

    /** The member signed or dissented already. */
    SIGNED_ALREADY("report/signed-already", Kind.NOT_NOW, "实施条例 §53"),

    /** The signature is over another file. */
    OTHER_FILE("report/other-file", Kind.INVALID, "电子签名法 §13"),

    /** Nobody signed: a report without any signature cannot be closed. */
    NOBODY_SIGNED("report/nobody-signed", Kind.NOT_NOW, "实施条例 §53");

    private final String code;
    private final Kind kind;
    private final String law;

    ReportRefusal(String code, Kind kind, String law) {
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
