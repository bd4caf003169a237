package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Grounds of rejection that members found while scoring: each well-formed, and the panel voted on the bid. */
final class FoundDefects {

    private static final Set<String> CODES = Set.of("RJ1", "RJ2", "RJ3", "RJ4", "RJ6", "RJ7");

    private final Dossier dossier;
    private final Dossier.Entry scored;
    private final TreeSet<String> bids = new TreeSet<>();

    FoundDefects(Dossier dossier, Dossier.Entry scored) {
        this.dossier = dossier;
        this.scored = scored;
    }

    /** Takes a sheet that counts. */
    void take(Dossier.Entry reveal) {
        var labels = SheetCheck.labels(dossier, scored, RevealedSheet.member(dossier, reveal));
        for (JsonNode bid : RevealedSheet.said(reveal).path("sheet").path("bids")) {
            var found = bid.path("rejection");
            if (!found.isMissingNode()) {
                Shape.exactly(found, reveal.object(), "code", "reason", "page");
                boolean whole = CODES.contains(found.path("code").asText())
                        && !found.path("reason").asText().isBlank()
                        && !found.path("page").asText().isBlank();
                Broken.unless(whole, reveal.object(), "no ground of rejection with reason and page");
                bids.add(labels.get(bid.path("label").asText()));
            }
        }
    }

    /** Breaks on a bid on whose rejection nobody voted. */
    void check() {
        for (String bid : bids) {
            boolean voted = dossier.entries("evaluation/rejected").stream()
                    .anyMatch(it -> it.n() < scored.n()
                            && it.body().path("bidId").asText().equals(bid));
            Broken.unless(voted, scored.object(), "a ground found while scoring and no vote on it", bid);
        }
    }
}
