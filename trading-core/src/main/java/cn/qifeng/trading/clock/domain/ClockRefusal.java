package cn.qifeng.trading.clock.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why the legal clock is not moved (拨钟拒绝). */
public enum ClockRefusal implements RefusalCode {
    /** Only the sandbox has a clock that can be moved. */
    ONLY_IN_SANDBOX("clock/only-in-sandbox", Kind.NOT_FOUND),
    /** The legal clock only moves forward. */
    ONLY_FORWARD("clock/only-forward", Kind.INVALID),
    /** Exactly one of {@code to} and {@code forwardSeconds} says where to. */
    ONE_TARGET("clock/one-target", Kind.INVALID);

    private final String code;
    private final Kind kind;

    ClockRefusal(String code, Kind kind) {
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
