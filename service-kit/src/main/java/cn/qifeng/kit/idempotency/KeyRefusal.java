package cn.qifeng.kit.idempotency;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a repeated write is not answered. */
public enum KeyRefusal implements RefusalCode {

    /** The header is not a UUID. */
    NOT_A_UUID("request/key-malformed", Kind.INVALID),

    /** The same key came before with another call or body. */
    REUSED("request/key-reused", Kind.INVALID),

    /** The first request with this key still runs. */
    RUNNING("request/key-running", Kind.NOT_NOW);

    private final String code;
    private final Kind kind;

    KeyRefusal(String code, Kind kind) {
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
