package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Reasons that members owed for their points, and points of fact that all must give alike (docs/evidence.md section 10). For
 * extreme points a reason stands in the sheet itself; for a total far from the mean a word on one item of judgement, or all
 * score once more.
 */
final class OwedReasons {

    private static final BigDecimal LOW = new BigDecimal("0.40");
    private static final BigDecimal HIGH = new BigDecimal("0.95");

    private final Dossier dossier;
    private final Entry scored;
    private final ComparedSheets compared;
    private boolean firstRound = true;

    OwedReasons(Dossier dossier, Entry scored) {
        this.dossier = dossier;
        this.scored = scored;
        this.compared = new ComparedSheets(dossier, scored);
    }

    /** Breaks on a sheet with extreme points and no reason for them. */
    static void own(Dossier dossier, Entry reveal) {
        boolean passing = ReviewedPrices.apply(dossier);
        var low = passing ? BigDecimal.ZERO : LOW;
        var high = passing ? BigDecimal.ONE : HIGH;
        var full = BigDecimal.ZERO;
        for (JsonNode criterion : dossier.publication().path("criteria")) {
            full = full.add(Shape.decimal(criterion.path("max"), "chain/000001.json"));
        }
        for (JsonNode bid : RevealedSheet.said(reveal).path("sheet").path("bids")) {
            var total = sum(bid, reveal);
            boolean poor = total.compareTo(low.multiply(full)) < 0;
            boolean rich = total.compareTo(high.multiply(full)) > 0;
            for (JsonNode item : bid.path("items")) {
                var criterion = criterion(dossier, item);
                if (judged(criterion) && !explained(item)) {
                    var max = Shape.decimal(criterion.path("max"), "chain/000001.json");
                    var points = Shape.decimal(item.path("score"), reveal.object());
                    boolean owes = points.signum() == 0
                            || poor && points.compareTo(low.multiply(max)) < 0
                            || rich && points.compareTo(high.multiply(max)) > 0;
                    Broken.unless(
                            !owes,
                            reveal.object(),
                            "extreme points without a reason",
                            bid.path("label").asText() + " " + item.path("item").asText());
                }
            }
        }
    }

    /** Takes a sheet that counts. */
    void take(Entry reveal) {
        firstRound &= RevealedSheet.said(reveal).path("version").asInt() == first();
        compared.take(reveal);
    }

    /** First round of the technical sheets: behind the preliminary review, except where that comes behind them. */
    private int first() {
        var screened = ScreeningCheck.before(dossier, scored.n());
        int behind = ScreeningCheck.behind(dossier) || screened.isEmpty()
                ? 0
                : screened.get().n();
        return dossier.entries("evaluation/committed").stream()
                .filter(commit -> commit.n() > behind)
                .mapToInt(commit -> commit.doc().path("version").asInt())
                .min()
                .orElse(1);
    }

    /**
     * Breaks where sheets give other points of fact, and on a total far from the mean without a word, where nobody was asked
     * to score once more.
     */
    void check() {
        compared.otherFact().ifPresent(found -> {
            throw new Broken(found.reveal().object(), "other points of fact than the others give", found.place());
        });
        if (firstRound && !ReviewedPrices.apply(dossier)) {
            compared.farTotal().ifPresent(found -> {
                throw new Broken(found.reveal().object(), "a total far from the mean without a reason", found.place());
            });
        }
    }

    static BigDecimal sum(JsonNode bid, Entry reveal) {
        var sum = BigDecimal.ZERO;
        for (JsonNode item : bid.path("items")) {
            sum = sum.add(Shape.decimal(item.path("score"), reveal.object()));
        }
        return sum;
    }

    static JsonNode criterion(Dossier dossier, JsonNode item) {
        for (JsonNode criterion : dossier.publication().path("criteria")) {
            if (criterion.path("item").equals(item.path("item"))) {
                return criterion;
            }
        }
        throw new Broken("chain/000001.json", "points outside the criteria");
    }

    static boolean judged(JsonNode criterion) {
        return !criterion.path("kind").asText().equals("OBJECTIVE");
    }

    static boolean explained(JsonNode item) {
        return !item.path("reason").asText().isBlank();
    }
}
