package cn.qifeng.trading.supervision.domain;

import cn.qifeng.kernel.Facts;
import java.util.Arrays;
import java.util.Set;

/** How much of a tender a package shows (公开范围): cuts over the same heads, docs/evidence.md sections 9 and 11. */
public enum Cut {
    /** What the law makes public: anyone. */
    PUBLIC,
    /** The public cut with the party's own bid and scores. */
    PARTY,
    /** What a trustee verifies before it presses: the envelopes of the list, without their files. */
    TRUSTEE,
    /** Everything: the supervisor. */
    SUPERVISOR;

    /** Types whose body the public sees, column <i>public</i> of section 9; a type that is not here stays withheld. */
    private static final Set<String> SHOWN_TO_ALL = Set.of(
            "tender/published",
            "lot/key-shown",
            "lot/key-lost",
            "lot/key-set",
            "lot/key-set-in-force",
            "lot/bid-list",
            "lot/held-decided",
            "lot/suspended",
            "lot/suspension-decided",
            "lot/failed",
            "lot/names",
            "lot/released",
            "lot/release-extended",
            "lot/release-list",
            "draw/opened",
            "draw/committed",
            "draw/sealed",
            "draw/left-out",
            "draw/revealed",
            "draw/shared",
            "draw/result",
            "draw/void",
            "lot/opened",
            "lot/objection",
            "lot/opening-record",
            "evaluation/opened",
            "evaluation/blind-sealed",
            "evaluation/blind-files",
            "evaluation/blind-ruling",
            "evaluation/time-set",
            "evaluation/corrected",
            "evaluation/found",
            "evaluation/rejected",
            "evaluation/names-open",
            "evaluation/screened",
            "evaluation/voided",
            "evaluation/scored",
            "evaluation/parts",
            "evaluation/rework-decided",
            "award/withdrawn",
            "award/finalists",
            "award/committee",
            "award/committed",
            "award/revealed",
            "award/decided",
            "award/determined",
            "award/passed",
            "award/noticed",
            "contract/recorded",
            "tender/closed");

    /** The cut of this name; refuses with {@link SupervisionRefusal#UNKNOWN_CUT}. */
    public static Cut named(String name) {
        return Arrays.stream(values())
                .filter(cut -> cut.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SupervisionRefusal.UNKNOWN_CUT.with(
                        Facts.field("cut", name, Arrays.toString(values())).map()));
    }

    /** Whether this cut shows the body of an entry of this type. */
    public boolean shows(String type) {
        return this == SUPERVISOR || SHOWN_TO_ALL.contains(type);
    }

    /** Whether this cut shows everything that the platform keeps. */
    public boolean whole() {
        return this == SUPERVISOR;
    }
}
