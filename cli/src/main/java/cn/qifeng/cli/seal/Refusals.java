package cn.qifeng.cli.seal;

import cn.qifeng.kernel.Refused;

/** Refusals as one line for people. */
public final class Refusals {

    private Refusals() {}

    /** Code, field, what was seen and expected, and the article. */
    public static String text(Refused refused) {
        var facts = refused.facts();
        return "Refused 拒绝 %s: %s is %s, expected %s%s"
                .formatted(
                        refused.code().code(),
                        facts.get("field"),
                        facts.get("seen"),
                        facts.get("expected"),
                        facts.containsKey("law") ? " (" + facts.get("law") + ")" : "");
    }
}
