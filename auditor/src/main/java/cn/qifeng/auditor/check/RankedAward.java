package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Award among ranked candidates: in their rank, the winner in its turn, and nobody passed over without a cause. */
final class RankedAward {

    private static final Set<String> CAUSES =
            Set.of("ABANDONED", "FORCE_MAJEURE", "NO_PERFORMANCE_SECURITY", "UNLAWFUL");
    private static final Set<String> OWN = Set.of("award/determined", "award/passed");
    private static final int CANDIDATES_MAX = 3;

    private RankedAward() {}

    /** Whether the tender document asks for ranked candidates. */
    static boolean published(Dossier dossier) {
        return dossier.publication().path("award").path("mode").asText().equals("RANKED");
    }

    /** Whether an entry belongs to such an award and to no other. */
    static boolean owns(Dossier.Entry entry) {
        return OWN.contains(entry.type());
    }

    /** All valid bids of a tender, the best first. */
    static List<String> order(Dossier.Entry scored) {
        var body = scored.body();
        if (!body.path("reviewed").isMissingNode()) {
            var ranks = new HashMap<String, Integer>();
            body.path("reviewed")
                    .forEach(line -> ranks.put(
                            line.path("bidId").asText(), line.path("rank").asInt()));
            return ranks.keySet().stream()
                    .sorted(Comparator.comparing(ranks::get))
                    .toList();
        }
        var totals = scores(scored, "totals");
        var prices = scores(scored, "prices");
        var technical = scores(scored, "technical");
        var fen = new HashMap<String, Long>();
        body.path("input")
                .path("prices")
                .forEach(line -> fen.put(
                        line.path("bidId").asText(), line.path("priceFen").asLong()));
        return totals.keySet().stream()
                .sorted(Comparator.comparing((String bid) -> totals.get(bid))
                        .thenComparing(bid -> prices.getOrDefault(bid, BigDecimal.ZERO))
                        .thenComparing(bid -> fen.getOrDefault(bid, 0L), Comparator.reverseOrder())
                        .thenComparing(bid -> technical.getOrDefault(bid, BigDecimal.ZERO))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Map<String, BigDecimal> scores(Dossier.Entry scored, String list) {
        var scores = new HashMap<String, BigDecimal>();
        scored.body()
                .path(list)
                .forEach(line ->
                        scores.put(line.path("bidId").asText(), Shape.decimal(line.path("score"), scored.object())));
        return scores;
    }

    /** The candidates are the first of that order: as many as the document lets be, at most three. */
    static void candidates(Dossier dossier, Dossier.Entry entry, Dossier.Entry scored, List<String> finalists) {
        long most = Math.max(
                0, dossier.publication().path("award").path("finalistsMax").asLong());
        var first = order(scored).stream().limit(Math.min(most, CANDIDATES_MAX)).toList();
        Broken.unless(first.equals(finalists), entry.object() + "#finalists", "not in the order of their rank");
    }

    /** Every act behind the publicity; gives how many there were. */
    static int check(Dossier dossier, List<String> candidates) {
        var eligible = new ArrayList<>(candidates);
        String winner = null;
        int acts = 0;
        for (Dossier.Entry entry : dossier.entries()) {
            if (!owns(entry)) {
                continue;
            }
            acts++;
            Broken.unless(!eligible.isEmpty(), entry.object(), "nobody is left who could win");
            signed(dossier, entry);
            if (entry.type().equals("award/passed")) {
                pass(entry, eligible, winner == null ? eligible.get(0) : winner);
                winner = null;
            } else {
                Broken.unless(winner == null, entry.object(), "decided twice");
                winner = determine(dossier, entry, eligible);
            }
        }
        return acts;
    }

    private static void signed(Dossier dossier, Dossier.Entry entry) {
        var fields = entry.type().equals("award/passed")
                ? new String[] {"bidId", "cause", "reason"}
                : new String[] {"winner", "reason"};
        var type = entry.type().equals("award/passed") ? "award-passing" : "award-determination";
        Shape.equal(entry.doc(), "type", type, entry.object(), "not the doc of this act");
        for (String field : fields) {
            Shape.equal(entry.doc(), field, entry.body().path(field), entry.object(), "signed for something else");
        }
        Broken.unless(
                ContractCheck.uscc(dossier.signer(entry.body().path("statement"), entry), entry)
                        .equals(ContractCheck.entity(dossier)),
                entry.object() + "#statement.sig",
                "not signed by the procuring entity");
        var finalists = dossier.first("award/finalists")
                .orElseThrow(() -> new Broken(entry.object(), "a winner without candidates"));
        Broken.unless(
                !entry.at().isBefore(Shape.moment(finalists.body().path("publicity"), "to", finalists.object())),
                entry.object(),
                "before the publicity of the candidates was over");
    }

    private static void pass(Dossier.Entry entry, List<String> eligible, String turn) {
        var object = entry.object();
        Shape.equal(entry.body(), "bidId", turn, object, "passed over out of turn");
        Broken.unless(CAUSES.contains(entry.body().path("cause").asText()), object + "#cause", "an unknown cause");
        Broken.unless(!entry.body().path("reason").asText().isBlank(), object + "#reason", "without a reason");
        eligible.remove(turn);
        Broken.unless(
                entry.body().path("left").asInt(-1) == eligible.size(), object + "#left", "not how many are left");
    }

    private static String determine(Dossier dossier, Dossier.Entry entry, List<String> eligible) {
        var winner = entry.body().path("winner").asText();
        var object = entry.object() + "#winner";
        Broken.unless(eligible.contains(winner), object, "not one of those who could win");
        boolean first = winner.equals(eligible.get(0));
        JsonNode only = dossier.publication().path("award").path("stateControlled");
        Broken.unless(first || !only.asBoolean(true), object, "not the first candidate");
        Broken.unless(
                first || !entry.body().path("reason").asText().isBlank(),
                entry.object() + "#reason",
                "without a reason");
        return winner;
    }

    /** The winner that stands before an entry, if there is one. */
    static Dossier.Entry standing(Dossier dossier, Dossier.Entry before) {
        Dossier.Entry standing = null;
        for (Dossier.Entry entry : dossier.entries()) {
            if (entry.n() < before.n() && (owns(entry) || entry.type().equals("award/withdrawn"))) {
                standing = entry.type().equals("award/determined") ? entry : null;
            }
        }
        return standing;
    }
}
