package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

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

    /** The scores on which the finalists rest that were published last. */
    static Optional<Dossier.Entry> scored(Dossier dossier) {
        return dossier.last("award/finalists").flatMap(finalists -> Reviews.scoredBefore(dossier, finalists.n()));
    }

    /**
     * The object with the party's own scores: it is there once the finalists are published, if the bid was scored.
     */
    static Optional<String> scores(Dossier dossier) {
        if (!cut(dossier)) {
            return Optional.empty();
        }
        boolean scored = scored(dossier)
                .filter(entry -> StreamSupport.stream(
                                entry.body().path("technical").spliterator(), false)
                        .anyMatch(line -> owns(dossier, line)))
                .isPresent();
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
