package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/** Items that are passed or not, method M-E: what a majority did not pass, the panel voted on rejecting (12号令 §31). */
final class PassedItems {

    private final Dossier dossier;
    private final Dossier.Entry scored;
    private final boolean apply;
    private final TreeMap<String, Integer> failed = new TreeMap<>();
    private int sheets;

    PassedItems(Dossier dossier, Dossier.Entry scored) {
        this.dossier = dossier;
        this.scored = scored;
        this.apply = ReviewedPrices.apply(dossier);
    }

    /** Takes a sheet that counts. */
    void take(Dossier.Entry reveal) {
        if (!apply) {
            return;
        }
        sheets++;
        var labels = SheetCheck.labels(dossier, scored, RevealedSheet.member(dossier, reveal));
        for (JsonNode bid : RevealedSheet.said(reveal).path("sheet").path("bids")) {
            for (JsonNode item : bid.path("items")) {
                var points = Shape.decimal(item.path("score"), reveal.object());
                boolean fails = points.signum() == 0;
                Broken.unless(
                        fails || points.compareTo(BigDecimal.ONE) == 0, reveal.object(), "neither passed nor failed");
                if (fails) {
                    var place = labels.get(bid.path("label").asText()) + "/"
                            + item.path("item").asText();
                    failed.merge(place, 1, Integer::sum);
                }
            }
        }
    }

    /** Breaks on a bid that did not pass an item, and on whose rejection nobody voted. */
    void check() {
        failed.forEach((place, members) -> {
            var bid = place.substring(0, place.indexOf('/'));
            boolean voted = dossier.entries("evaluation/rejected").stream()
                    .anyMatch(it -> it.n() < scored.n()
                            && it.body().path("bidId").asText().equals(bid));
            Broken.unless(
                    voted || 2 * members <= sheets,
                    scored.object() + "#technical." + bid,
                    "a bid that did not pass and no vote on it",
                    place);
        });
    }
}
