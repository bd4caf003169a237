package cn.qifeng.kernel;

import java.util.Objects;

/** A finding about a document or a bid (检查结论). A bad signature is a verdict, not an exception. */
public sealed interface Verdict {

    /** The check was made and holds. */
    record Passed() implements Verdict {}

    /** The check was made and does not hold: a stable reason code and the clause that asks for it. */
    record Failed(String reason, String clause) implements Verdict {
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(clause, "clause");
        }
    }

    /** The check could not be made, and why. */
    record Indeterminate(String reason) implements Verdict {
        public Indeterminate {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The one passed verdict. */
    static Verdict passed() {
        return new Passed();
    }
}
