package cn.qifeng.kernel;

import java.util.Map;

/**
 * Why a rule said no (拒绝代码). Each capability has one enum of these; a code is kebab-case
 * ({@code opening/before-hour}) and never renamed, because clients and evidence refer to it.
 */
public interface RefusalCode {

    /** Stable identity, {@code capability/reason}. */
    String code();

    /** Sort of refusal. */
    Kind kind();

    /** Article of law that demands the refusal, or an empty string where only the platform's own design does. */
    default String law() {
        return "";
    }

    /** A refusal with this code and the facts that explain it (see {@link Facts} for the usual names). */
    default Refused with(Map<String, ?> facts) {
        return new Refused(this, facts);
    }

    /** A refusal with this code that needs no facts. */
    default Refused refused() {
        return new Refused(this, Map.of());
    }
}
