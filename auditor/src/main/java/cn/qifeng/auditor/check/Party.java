package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whose bid a party's cut is about. */
final class Party {

    private Party() {}

    /** Whether the cut is a party's. */
    static boolean cut(Dossier dossier) {
        return dossier.cut().equals("PARTY");
    }

    /** Whether the cut is a party's and this line of the bid list is its own. */
    static boolean owns(Dossier dossier, JsonNode line) {
        return cut(dossier) && line.path("bidId").equals(dossier.manifest().path("bidId"));
    }

    /**
     * The object with the party's own scores: it is there once the finalists are published, if the bid was scored.
     */
    static Optional<String> scores(Dossier dossier) {
        if (!cut(dossier) || dossier.first("award/finalists").isEmpty()) {
            return Optional.empty();
        }
        boolean scored = dossier.entries("evaluation/scored").stream().anyMatch(entry -> {
            for (JsonNode line : entry.body().path("technical")) {
                if (owns(dossier, line)) {
                    return true;
                }
            }
            return false;
        });
        if (scored) {
            for (JsonNode line : LiveLines.of(dossier)) {
                if (owns(dossier, line)) {
                    return Optional.of(BidsCheck.folder(line) + "/scores.json");
                }
            }
        }
        return Optional.empty();
    }
}
