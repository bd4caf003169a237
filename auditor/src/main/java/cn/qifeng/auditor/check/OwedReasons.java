package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reasons that members owed for their points, and points of fact that all must give alike (docs/evidence.md section 10). For
 * extreme points a reason stands in the sheet itself; for a total far from the mean a word on one item of judgement, or all
 * score once more.
 */
final class OwedReasons {

    private static final BigDecimal LOW = new BigDecimal("0.40");
    private static final BigDecimal HIGH = new BigDecimal("0.95");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.25");

    /** One member's sum for a bid, and whether any item of judgement bears a reason. */
    private record Total(Entry reveal, BigDecimal points, boolean explained) {}

    private final Dossier dossier;
    private final Entry scored;
    private final Map<String, List<Total>> totals = new TreeMap<>();
    private final Map<String, BigDecimal> facts = new TreeMap<>();
    private boolean firstRound = true;

    OwedReasons(Dossier dossier, Entry scored) {
        this.dossier = dossier;
        this.scored = scored;
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
        var labels = SheetCheck.labels(dossier, scored, RevealedSheet.member(dossier, reveal));
        for (JsonNode bid : RevealedSheet.said(reveal).path("sheet").path("bids")) {
            var bidId = labels.get(bid.path("label").asText());
            boolean explained = false;
            for (JsonNode item : bid.path("items")) {
                if (judged(criterion(dossier, item))) {
                    explained |= explained(item);
                } else {
                    var points = Shape.decimal(item.path("score"), reveal.object());
                    var place = bidId + "/" + item.path("item").asText();
                    var others = facts.putIfAbsent(place, points);
                    Broken.unless(
                            others == null || others.compareTo(points) == 0,
                            reveal.object(),
                            "other points of fact than the others give",
                            place);
                }
            }
            totals.computeIfAbsent(bidId, id -> new ArrayList<>()).add(new Total(reveal, sum(bid, reveal), explained));
        }
    }

    /** First round of the technical sheets: behind the preliminary review, except where files are blind. */
    private int first() {
        var screened = ScreeningCheck.before(dossier, scored.n());
        boolean blind = dossier.publication().path("method").path("blind").isObject();
        int behind = blind || screened.isEmpty() ? 0 : screened.get().n();
        return dossier.entries("evaluation/committed").stream()
                .filter(commit -> commit.n() > behind)
                .mapToInt(commit -> commit.doc().path("version").asInt())
                .min()
                .orElse(1);
    }

    /** Breaks on a total far from the mean without a word, where nobody was asked to score once more. */
    void check() {
        if (!firstRound || ReviewedPrices.apply(dossier)) {
            return;
        }
        totals.forEach((bid, sums) -> {
            var mean = sums.stream()
                    .map(Total::points)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(sums.size()), 2, RoundingMode.HALF_UP);
            for (Total total : sums) {
                boolean far = total.points().subtract(mean).abs().compareTo(TOLERANCE.multiply(mean)) > 0;
                Broken.unless(
                        !far || total.explained(),
                        total.reveal().object(),
                        "a total far from the mean without a reason",
                        bid);
            }
        });
    }

    private static BigDecimal sum(JsonNode bid, Entry reveal) {
        var sum = BigDecimal.ZERO;
        for (JsonNode item : bid.path("items")) {
            sum = sum.add(Shape.decimal(item.path("score"), reveal.object()));
        }
        return sum;
    }

    private static JsonNode criterion(Dossier dossier, JsonNode item) {
        for (JsonNode criterion : dossier.publication().path("criteria")) {
            if (criterion.path("item").equals(item.path("item"))) {
                return criterion;
            }
        }
        throw new Broken("chain/000001.json", "points outside the criteria");
    }

    private static boolean judged(JsonNode criterion) {
        return !criterion.path("kind").asText().equals("OBJECTIVE");
    }

    private static boolean explained(JsonNode item) {
        return !item.path("reason").asText().isBlank();
    }
}
