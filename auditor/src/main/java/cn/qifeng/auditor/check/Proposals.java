package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proposals to reject a bid, or to find a breach of the rules for blind files, as the panel decided them. A member who is
 * replaced in a re-review takes its votes along (实施条例 §48), so that what stood is decided anew, and the last decision counts.
 */
final class Proposals {

    private static final List<String> FIELDS =
            List.of("session", "bidId", "code", "reason", "page", "basis", "clarification");

    private Proposals() {}

    /** Whether an entry is such a decision. */
    static boolean decides(Entry entry) {
        return entry.type().equals("evaluation/rejected") || entry.type().equals("evaluation/blind-ruling");
    }

    /** All decisions. */
    static List<Entry> decided(Dossier dossier) {
        return Stream.of("evaluation/rejected", "evaluation/blind-ruling")
                .flatMap(type -> dossier.entries(type).stream())
                .sorted(Comparator.comparingInt(Entry::n))
                .toList();
    }

    /** Whether a decision is about what a doc proposes. */
    static boolean same(Entry decision, JsonNode proposal) {
        return FIELDS.stream().allMatch(it -> decision.body().path(it).equals(proposal.path(it)));
    }

    /** What the panel decided last about each proposal before an entry; what a former panel decided is void. */
    static List<Entry> standing(Dossier dossier, int before) {
        int panel = ScreeningCheck.lastPanel(dossier, before);
        var all = decided(dossier).stream()
                .filter(it -> it.n() > panel && it.n() < before)
                .toList();
        return all.stream()
                .filter(it -> all.stream().noneMatch(later -> later.n() > it.n() && same(later, it.body())))
                .toList();
    }

    /** Whether a decision of a re-review repeats, behind a replacement, one that stood before its approval. */
    static boolean isAnew(Dossier dossier, Entry approval, Entry decision) {
        return replaced(dossier, approval.n(), decision.n()).isPresent()
                && standing(dossier, approval.n()).stream().anyMatch(it -> same(it, decision.body()));
    }

    /** Demands that behind a replacement in a re-review every proposal of the review before it was voted on anew. */
    static void anew(Dossier dossier, Entry approval, Entry report) {
        int judged = ScreeningCheck.before(dossier, approval.n()).map(Entry::n).orElse(0);
        replaced(dossier, approval.n(), report.n())
                .ifPresent(panel -> standing(dossier, panel.n()).stream()
                        .filter(it -> it.n() > judged)
                        .forEach(it -> Broken.unless(
                                decided(dossier).stream()
                                        .anyMatch(later -> later.n() > panel.n()
                                                && later.n() < report.n()
                                                && same(later, it.body())),
                                it.object(),
                                "a rejection on which a member who left had voted")));
    }

    /** The last panel between two entries. */
    private static Optional<Entry> replaced(Dossier dossier, int from, int to) {
        return dossier.entries("evaluation/panel").stream()
                .filter(it -> it.n() > from && it.n() < to)
                .reduce((former, last) -> last);
    }
}
