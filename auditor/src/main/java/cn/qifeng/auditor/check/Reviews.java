package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reviews of one panel: the first, and each that a supervisor approved afterwards (复评). */
final class Reviews {

    static final String DECIDED = "evaluation/rework-decided";

    private Reviews() {}

    /** Approvals in their order. */
    static List<Dossier.Entry> approvals(Dossier dossier) {
        return dossier.entries(DECIDED).stream()
                .filter(entry -> entry.body().path("approved").asBoolean())
                .toList();
    }

    /** Number of the entry with which the review began in which this entry stands; 0 for the first review. */
    static int begin(Dossier dossier, int n) {
        return approvals(dossier).stream()
                .mapToInt(Dossier.Entry::n)
                .filter(approval -> approval < n)
                .max()
                .orElse(0);
    }

    /**
     * Number of the entry with which the review ends in which this entry stands: the next approval, or what makes its
     * attempt void.
     */
    static int end(Dossier dossier, int n) {
        return Stream.concat(approvals(dossier).stream(), dossier.entries(Attempts.VOIDED).stream())
                .mapToInt(Dossier.Entry::n)
                .filter(approval -> approval >= n)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The last scores before an entry. */
    static Optional<Dossier.Entry> scoredBefore(Dossier dossier, int n) {
        return dossier.entries("evaluation/scored").stream()
                .filter(entry -> entry.n() < n)
                .reduce((former, last) -> last);
    }

    /** The package as it stood at the end of each review; the last one shows everything. */
    static List<Dossier> of(Dossier dossier) {
        var views = new ArrayList<Dossier>();
        for (Dossier.Entry approval : approvals(dossier)) {
            views.add(dossier.where(entry -> entry.n() < approval.n()));
        }
        views.add(dossier);
        return views;
    }

    /** The package as each award saw it: without what was withdrawn before, and up to what withdrew it. */
    static List<Dossier> awards(Dossier dossier) {
        var views = new ArrayList<Dossier>();
        int from = 0;
        for (Dossier.Entry withdrawn : dossier.entries("award/withdrawn")) {
            views.add(award(dossier, from, withdrawn.n()));
            from = withdrawn.n();
        }
        views.add(award(dossier, from, Integer.MAX_VALUE));
        return views;
    }

    private static Dossier award(Dossier dossier, int from, int to) {
        return dossier.where(
                entry -> entry.n() < to && (entry.n() > from || !entry.type().startsWith("award/")));
    }
}
