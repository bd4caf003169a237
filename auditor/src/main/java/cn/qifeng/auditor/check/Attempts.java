package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Attempts at an evaluation, or at a re-review: each that the decision on a fault made void, and the one that stands
 * (评审作废与重新评审). Every rule holds for each of them by itself.
 */
final class Attempts {

    static final String VOIDED = "evaluation/voided";

    /** What a panel does, and what is void with it; who sits, what is said in the hall and how long one has go on. */
    private static final Set<String> WORK = Set.of(
            "evaluation/committed",
            "evaluation/revealed",
            "evaluation/shared",
            "evaluation/void",
            "evaluation/screening-committed",
            "evaluation/screening-revealed",
            "evaluation/screened",
            "evaluation/clarification-proposed",
            "evaluation/clarification-vote",
            "evaluation/clarification-gate",
            "evaluation/clarification-answered",
            "evaluation/clarification-lapsed",
            "evaluation/clarification-found",
            "evaluation/corrected",
            "evaluation/vote",
            "evaluation/rejected",
            "evaluation/blind-ruling",
            "evaluation/finding-vote",
            "evaluation/found",
            "evaluation/scored");

    private Attempts() {}

    /** The package as it stood at the end of each attempt, without what was void before; the last shows what stands. */
    static List<Dossier> of(Dossier dossier) {
        var ends = dossier.entries(VOIDED);
        var views = new ArrayList<Dossier>();
        for (int i = 0; i <= ends.size(); i++) {
            int end = i < ends.size() ? ends.get(i).n() : Integer.MAX_VALUE;
            var former = ends.subList(0, i);
            views.add(dossier.where(entry -> entry.n() < end && !isVoid(dossier, entry, former)));
        }
        return views;
    }

    /** Runs a check on each attempt and tells what it found in the one that stands. */
    static int each(Dossier dossier, ToIntFunction<Dossier> check) {
        int found = 0;
        for (Dossier attempt : of(dossier)) {
            found = check.applyAsInt(attempt);
        }
        return found;
    }

    /** Number of the entry behind which the attempt began that this one made void. */
    static int begin(Dossier dossier, Entry voided) {
        return dossier.entries(VOIDED).stream()
                .mapToInt(Entry::n)
                .filter(n -> n < voided.n())
                .reduce(Reviews.begin(dossier, voided.n()), Math::max);
    }

    /** How many entries of a type are void before this attempt, whose view shows none of them. */
    static long former(Dossier attempt, String type) {
        int begin = attempt.last(VOIDED).map(Entry::n).orElse(0);
        return count(attempt.chain(), type, begin) - count(attempt.entries(), type, begin);
    }

    /** The last entry before these scores that commits to new labels; empty where the first ones hold. */
    static Optional<Entry> labelled(Dossier attempt, Entry scored) {
        return attempt.entries(VOIDED).stream()
                .filter(it ->
                        it.n() < scored.n() && !it.body().path("labelCommit").isNull())
                .reduce((former, last) -> last);
    }

    private static boolean isVoid(Dossier dossier, Entry entry, List<Entry> ends) {
        return WORK.contains(entry.type())
                && ends.stream().anyMatch(end -> entry.n() < end.n() && entry.n() > begin(dossier, end));
    }

    private static long count(List<Entry> entries, String type, int before) {
        return entries.stream()
                .filter(entry -> entry.n() < before && entry.type().equals(type))
                .count();
    }
}
