package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import java.util.Set;

/**
 * Information that the panel asked of procuring entity and agency (实施条例 §48): each question passed the gate before it
 * reached them, each answer before it reached the panel, in time and signed; neither names a bidder; and everything stands
 * inside the evaluation.
 */
public final class InformationCheck implements Check {

    private static final String ASKED = "evaluation/information-asked";
    private static final Set<String> TYPES = Set.of(
            ASKED,
            "evaluation/information-gate",
            "evaluation/information-answered",
            "evaluation/information-passage",
            "evaluation/information-lapsed");

    @Override
    public String name() {
        return "information";
    }

    @Override
    public int run(Dossier dossier) {
        var own = dossier.entries().stream()
                .filter(entry -> TYPES.contains(entry.type()))
                .toList();
        own.forEach(entry -> place(dossier, entry));
        if (own.stream().allMatch(Entry::open)) {
            var steps = new InformationSteps(dossier);
            dossier.entries().forEach(steps::take);
        } else {
            dossier.attested().add("information: questions to the procuring entity and answers are withheld");
        }
        return (int) own.stream().filter(entry -> entry.type().equals(ASKED)).count();
    }

    /**
     * Behind a panel and before the report of its review; a question also before the scores, unless another panel sits
     * since. By the types alone.
     */
    private static void place(Dossier dossier, Entry entry) {
        int begin = Reviews.begin(dossier, entry.n());
        int panel = dossier.entries("evaluation/panel").stream()
                .mapToInt(Entry::n)
                .filter(n -> n < entry.n())
                .max()
                .orElse(0);
        boolean over = between(dossier, "evaluation/report", begin, entry.n())
                || entry.type().equals(ASKED)
                        && between(dossier, "evaluation/scored", Math.max(begin, panel), entry.n());
        Broken.unless(panel > 0 && !over, entry.object(), "information outside of the evaluation");
    }

    private static boolean between(Dossier dossier, String type, int from, int to) {
        return dossier.entries(type).stream().anyMatch(it -> it.n() > from && it.n() < to);
    }
}
