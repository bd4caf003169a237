package cn.qifeng.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A rule said no (拒绝, refusal). The only exception of the domain; one mapper makes it a problem document (RFC 9457). */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RefusalCode code;
    private final transient Map<String, Object> facts;

    /** A refusal of {@code code} explained by {@code facts}. */
    public Refused(RefusalCode code, Map<String, ?> facts) {
        super(Objects.requireNonNull(code, "code").code() + " " + facts, null, false, false);
        this.code = code;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A refusal of {@code code} explained by {@code facts}. */
    public Refused(RefusalCode code, Facts facts) {
        this(code, facts.map());
    }

    /** Which rule. */
    public RefusalCode code() {
        return code;
    }

    /** What explains it: {@code field}, {@code seen}, {@code expected}, {@code earliest} and the capability's own. */
    public Map<String, Object> facts() {
        return facts;
    }
}
