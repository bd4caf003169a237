package cn.qifeng.auditor;

import java.util.Locale;

/** A package does not hold; names the first bad object, the rule that it breaks, and what was seen. */
public final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String object;
    private final String rule;
    private final String detail;

    /**
     * A rule without more to say.
     *
     * @param object the name inside the package, with a path behind {@code #} where one field is meant
     * @param rule what is wrong, always in the same words, because its code is made of them
     */
    public Broken(String object, String rule) {
        this(object, rule, "");
    }

    /** A rule with what was seen. */
    public Broken(String object, String rule, String detail) {
        super(object + ": " + rule + (detail.isEmpty() ? "" : ": " + detail), null, false, false);
        this.object = object;
        this.rule = rule;
        this.detail = detail;
    }

    /** Throws for {@code object} unless {@code holds}. */
    public static void unless(boolean holds, String object, String rule) {
        if (!holds) {
            throw new Broken(object, rule);
        }
    }

    /** Throws for {@code object} unless {@code holds}, with what was seen. */
    public static void unless(boolean holds, String object, String rule, Object detail) {
        if (!holds) {
            throw new Broken(object, rule, String.valueOf(detail));
        }
    }

    /** The bad object. */
    public String object() {
        return object;
    }

    /** The rule that it breaks, as a code: its words in lower case with hyphens. Both auditors use the same codes. */
    public String code() {
        return rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** What is wrong with it, in words. */
    public String reason() {
        return detail.isEmpty() ? rule : rule + ": " + detail;
    }
}
