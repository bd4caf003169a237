package cn.qifeng.evaluation.province.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why the sandbox library (沙箱省级专家库) does not answer. */
public enum ProvinceRefusal implements RefusalCode {

    /** There is no sandbox library in production. */
    NO_SANDBOX("province/no-sandbox", Kind.NOT_FOUND),

    /** The caller does not show the token. */
    UNKNOWN_PLATFORM("province/unknown-platform", Kind.INVALID),

    /** No expert has this code in the pool of this request. */
    UNKNOWN_CODE("province/unknown-code", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    ProvinceRefusal(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
