package cn.qifeng.auditor;

/** A package does not hold; names the first bad object and what is wrong with it. */
public final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String object;
    private final String reason;

    /** {@code object} is the name inside the package, with a path behind {@code #} where one field is meant. */
    public Broken(String object, String reason) {
        super(object + ": " + reason, null, false, false);
        this.object = object;
        this.reason = reason;
    }

    /** Throws for {@code object} unless {@code holds}. */
    public static void unless(boolean holds, String object, String reason) {
        if (!holds) {
            throw new Broken(object, reason);
        }
    }

    /** The bad object. */
    public String object() {
        return object;
    }

    /** What is wrong with it. */
    public String reason() {
        return reason;
    }
}
