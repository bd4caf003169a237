package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * That every further round of technical sheets had a cause (docs/evidence.md section 10): points of fact that differ, in a
 * first round a total far from the mean without a word, a preliminary review that a new panel decided anew, or an approved
 * re-review. Without one a platform could have let its panel write once more what did not please.
 */
final class FurtherRounds {

    private static final String COMMITTED = "evaluation/committed";
    private static final String REVEALED = "evaluation/revealed";

    private final Dossier dossier;
    private final Entry scored;

    private FurtherRounds(Dossier dossier, Entry scored) {
        this.dossier = dossier;
        this.scored = scored;
    }

    /** Breaks on a round that nothing called for; the sheets are shown. */
    static void check(Dossier dossier, Entry scored) {
        new FurtherRounds(dossier, scored).check();
    }

    private void check() {
        List<Entry> former = List.of();
        boolean first = true;
        for (List<Entry> round : rounds().values()) {
            if (!former.isEmpty()) {
                int begin = round.get(0).n();
                int last = former.get(former.size() - 1).n();
                boolean anew = screenedAnew(last, begin);
                Broken.unless(
                        anew || approved(last, begin) || differ(former, begin, first),
                        round.get(0).object(),
                        "a further round without a cause");
                first = anew;
            }
            former = round;
        }
    }

    /** Commitments and sheets by version, in the order of the chain. */
    private Map<Integer, List<Entry>> rounds() {
        var rounds = new TreeMap<Integer, List<Entry>>();
        for (Entry entry : dossier.entries()) {
            if (entry.type().equals(COMMITTED) || entry.type().equals(REVEALED)) {
                var said = entry.type().equals(COMMITTED) ? entry.doc() : RevealedSheet.said(entry);
                rounds.computeIfAbsent(said.path("version").asInt(), version -> new ArrayList<>())
                        .add(entry);
            }
        }
        return rounds;
    }

    /** A member left, and the new panel decided the preliminary review anew; where it comes behind the sheets, none follows it. */
    private boolean screenedAnew(int last, int begin) {
        return !ScreeningCheck.behind(dossier)
                && dossier.entries(ScreeningCheck.SCREENED).stream()
                        .anyMatch(it -> it.n() < begin && ScreeningCheck.lastPanel(dossier, it.n()) > last);
    }

    private boolean approved(int last, int begin) {
        return Reviews.approvals(dossier).stream().anyMatch(it -> it.n() > last && it.n() < begin);
    }

    /** Everybody who then sat had revealed, and the sheets do not stand beside each other. */
    private boolean differ(List<Entry> round, int begin, boolean first) {
        var reveals = round.stream()
                .filter(entry -> entry.type().equals(REVEALED) && entry.n() < begin)
                .toList();
        if (reveals.isEmpty()) {
            return false;
        }
        var members =
                PanelCheck.members(dossier, reveals.get(reveals.size() - 1).n());
        var compared = new ComparedSheets(dossier, scored);
        var seen = new HashSet<String>();
        for (Entry reveal : reveals) {
            var member = RevealedSheet.member(dossier, reveal);
            if (members.isEmpty() || members.contains(member)) {
                seen.add(member);
                compared.take(reveal);
            }
        }
        boolean far =
                first && !ReviewedPrices.apply(dossier) && compared.farTotal().isPresent();
        return seen.containsAll(members) && (far || compared.otherFact().isPresent());
    }
}
