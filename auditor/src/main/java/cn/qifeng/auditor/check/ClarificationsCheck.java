package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Clarifications: each asked by a majority of the panel, released by a supervisor, answered by the bidder in time, and found
 * on; corrections worked out again; and no rejection on what the bidder had to be asked about first, without having been
 * (1117号 三(十三)).
 */
public final class ClarificationsCheck implements Check {

    private static final Set<String> WITHHELD = Set.of(
            "evaluation/clarification-proposed",
            "evaluation/clarification-vote",
            "evaluation/clarification-gate",
            "evaluation/clarification-answered",
            "evaluation/clarification-lapsed",
            "evaluation/clarification-found");

    /** Kinds of clarification of which a basis needs one; none where the bidder need not be asked. */
    private static final Map<String, Set<String>> BASES = Map.of(
            "FACT", Set.of(),
            "ABOVE_CEILING", Set.of(),
            "BELOW_COST", Set.of("LOW_PRICE"),
            "UNCLEAR", Set.of("AMBIGUITY"),
            "INCONSISTENT", Set.of("AMBIGUITY"),
            "OBVIOUS_ERROR", Set.of("OBVIOUS_ERROR", "ARITHMETIC"),
            "BLIND_BREACH", Set.of());

    @Override
    public String name() {
        return "clarifications";
    }

    @Override
    public int run(Dossier dossier) {
        return Attempts.each(dossier, ClarificationsCheck::attempt);
    }

    private static int attempt(Dossier dossier) {
        var entries = dossier.entries();
        boolean any = entries.stream().anyMatch(entry -> WITHHELD.contains(entry.type()));
        boolean shown = entries.stream().allMatch(entry -> entry.open() || !WITHHELD.contains(entry.type()));
        if (!shown) {
            dossier.attested().add("clarifications: questions, answers and findings are withheld");
        }
        var steps = new ClarificationSteps(dossier);
        for (Entry entry : entries) {
            if (entry.type().equals("evaluation/corrected")) {
                price(dossier, entry, any);
            }
            if (entry.type().equals("evaluation/rejected")) {
                rejected(dossier, entry, shown ? steps : null);
            }
            if (shown) {
                steps.take(entry);
            }
        }
        if (shown) {
            steps.end(entries.get(entries.size() - 1));
        }
        return (int) entries.stream()
                .filter(entry -> entry.type().equals("evaluation/clarification-proposed"))
                .count();
    }

    /** A correction starts from the price that was opened, once for each bid. */
    private static void price(Dossier dossier, Entry entry, boolean asked) {
        var bid = entry.body().path("bidId").asText();
        var sung = PanelPrices.opened(dossier).get(bid);
        Broken.unless(asked, entry.object(), "a correction that nobody confirmed");
        Broken.unless(
                sung != null && entry.body().path("sungFen").asLong(-1) == sung,
                entry.object() + "#sungFen",
                "not the price that was opened");
        Broken.unless(
                !CorrectedPrice.before(dossier, entry.n()).containsKey(bid), entry.object(), "a bid corrected twice");
    }

    /** {@code questions} is {@code null} where they are withheld. */
    private static void rejected(Dossier dossier, Entry entry, ClarificationSteps questions) {
        var body = entry.body();
        var object = entry.object();
        var basis = body.path("basis").asText();
        Broken.unless(BASES.containsKey(basis), object + "#basis", "a basis that nobody knows");
        boolean price = basis.equals("ABOVE_CEILING") || basis.equals("BELOW_COST");
        Broken.unless(
                price == body.path("code").asText().equals("RJ5"), object + "#basis", "not a basis of this ground");
        if (basis.equals("ABOVE_CEILING")) {
            aboveCeiling(dossier, entry);
        }
        if (basis.equals("BLIND_BREACH")) {
            BlindFilesCheck.consequence(dossier, entry, "REJECT");
        }
        var kinds = BASES.get(basis);
        var number = body.path("clarification");
        if (kinds.isEmpty()) {
            Broken.unless(number.isNull(), object + "#clarification", "a clarification of a fact");
            return;
        }
        Broken.unless(number.isIntegralNumber(), object + "#clarification", "rejected without a clarification");
        if (questions != null) {
            Broken.unless(
                    left(questions, number, body.path("bidId"), kinds),
                    object + "#clarification",
                    "rejected on what the bidder was not asked or explained");
        }
    }

    private static boolean left(ClarificationSteps questions, JsonNode number, JsonNode bid, Set<String> kinds) {
        return questions
                .question(number.longValue())
                .filter(it -> it.bidId().equals(bid.asText()) && kinds.contains(it.kind()) && it.unresolved())
                .isPresent();
    }

    private static void aboveCeiling(Dossier dossier, Entry entry) {
        var bid = entry.body().path("bidId").asText();
        long sung = PanelPrices.opened(dossier).getOrDefault(bid, -1L);
        long price = CorrectedPrice.counts(dossier, "ceiling")
                ? CorrectedPrice.before(dossier, entry.n()).getOrDefault(bid, sung)
                : sung;
        long ceiling = dossier.publication().path("lot").path("ceilingFen").asLong(Long.MAX_VALUE);
        Broken.unless(price > ceiling, entry.object() + "#basis", "not above the ceiling", price);
    }
}
