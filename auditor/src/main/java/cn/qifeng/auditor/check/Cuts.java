package cn.qifeng.auditor.check;

import java.util.Map;
import java.util.Set;

/** What each kind of entry shows in the public cut (docs/evidence.md section 9). */
final class Cuts {

    private static final Set<String> OPEN = Set.of(
            "tender/published",
            "lot/key-shown",
            "lot/key-lost",
            "lot/key-set",
            "lot/key-set-in-force",
            "lot/bid-list",
            "lot/suspended",
            "lot/suspension-decided",
            "lot/failed",
            "lot/names",
            "lot/held-decided",
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
    private static final Set<String> HEAD_ONLY = Set.of(
            "lot/pressed",
            "evaluation/draw-step",
            "evaluation/library-pool",
            "evaluation/library-answer",
            "evaluation/library-identity",
            "evaluation/library-fault",
            "evaluation/called",
            "evaluation/skipped",
            "evaluation/notified",
            "evaluation/answered",
            "evaluation/left",
            "evaluation/names-seen",
            "evaluation/direct-choice",
            "evaluation/panel",
            "evaluation/said",
            "evaluation/hall-closed",
            "evaluation/warned",
            "evaluation/warning-seen",
            "evaluation/frozen",
            "evaluation/unfrozen",
            "evaluation/fault",
            "evaluation/fault-cleared",
            "evaluation/fault-decided",
            "evaluation/declared",
            "evaluation/more-time-asked",
            "evaluation/committed",
            "evaluation/vote",
            "evaluation/revealed",
            "evaluation/shared",
            "evaluation/screening-committed",
            "evaluation/screening-revealed",
            "evaluation/void",
            "evaluation/finding-vote",
            "evaluation/clarification-proposed",
            "evaluation/clarification-vote",
            "evaluation/clarification-gate",
            "evaluation/clarification-answered",
            "evaluation/clarification-lapsed",
            "evaluation/clarification-found",
            "evaluation/information-asked",
            "evaluation/information-gate",
            "evaluation/information-answered",
            "evaluation/information-passage",
            "evaluation/information-lapsed",
            "evaluation/report",
            "evaluation/rework-asked",
            "evaluation/recording-head",
            "evaluation/recording-closed",
            "evaluation/handover-due",
            "evaluation/handover-overdue",
            "evaluation/handover",
            "site/booked",
            "site/allotted",
            "bond/released");
    private static final Map<String, Boolean> TABLE = table();

    private Cuts() {}

    /** Whether an entry of this type may be withheld from the public; {@code null} for a type nobody knows. */
    static Boolean mayWithhold(String type) {
        return TABLE.get(type);
    }

    private static Map<String, Boolean> table() {
        var table = new java.util.HashMap<String, Boolean>();
        OPEN.forEach(type -> table.put(type, false));
        HEAD_ONLY.forEach(type -> table.put(type, true));
        return Map.copyOf(table);
    }
}
