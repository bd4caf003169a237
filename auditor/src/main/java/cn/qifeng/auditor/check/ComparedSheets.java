package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sheets of several members held beside each other, bid by bid (docs/evidence.md section 10). */
final class ComparedSheets {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.25");

    /** One member's sum for a bid, and whether any item of judgement bears a reason. */
    private record Total(Entry reveal, BigDecimal points, boolean explained) {}

    /** What stands out: in which sheet, and where. */
    record Found(Entry reveal, String place) {}

    private final Dossier dossier;
    private final Entry scored;
    private final Map<String, List<Total>> totals = new TreeMap<>();
    private final Map<String, BigDecimal> facts = new TreeMap<>();
    private Found otherFact;

    /** Compares under the labels that {@code scored} opens. */
    ComparedSheets(Dossier dossier, Entry scored) {
        this.dossier = dossier;
        this.scored = scored;
    }

    /** Takes a sheet. */
    void take(Entry reveal) {
        var labels = SheetCheck.labels(dossier, scored, RevealedSheet.member(dossier, reveal));
        for (JsonNode bid : RevealedSheet.said(reveal).path("sheet").path("bids")) {
            var bidId = labels.getOrDefault(bid.path("label").asText(), "");
            boolean explained = false;
            for (JsonNode item : bid.path("items")) {
                if (OwedReasons.judged(OwedReasons.criterion(dossier, item))) {
                    explained |= OwedReasons.explained(item);
                } else {
                    fact(reveal, bidId + "/" + item.path("item").asText(), item);
                }
            }
            totals.computeIfAbsent(bidId, id -> new ArrayList<>())
                    .add(new Total(reveal, OwedReasons.sum(bid, reveal), explained));
        }
    }

    private void fact(Entry reveal, String place, JsonNode item) {
        var points = Shape.decimal(item.path("score"), reveal.object());
        var others = facts.putIfAbsent(place, points);
        if (otherFact == null && others != null && others.compareTo(points) != 0) {
            otherFact = new Found(reveal, place);
        }
    }

    /** The first item of fact for which a sheet gives other points than one before it. */
    Optional<Found> otherFact() {
        return Optional.ofNullable(otherFact);
    }

    /** The first total that lies far from the mean of all, without a word on any item of judgement. */
    Optional<Found> farTotal() {
        for (var sums : totals.entrySet()) {
            var mean = sums.getValue().stream()
                    .map(Total::points)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(sums.getValue().size()), 2, RoundingMode.HALF_UP);
            for (Total total : sums.getValue()) {
                boolean far = total.points().subtract(mean).abs().compareTo(TOLERANCE.multiply(mean)) > 0;
                if (far && !total.explained()) {
                    return Optional.of(new Found(total.reveal(), sums.getKey()));
                }
            }
        }
        return Optional.empty();
    }
}
