package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * The lines of the bid list that are opened: of each bid the last one that is live, or held and admitted (trust.md 5).
 * The decision itself is judged by {@link HeldCheck}.
 */
final class LiveLines {

    private LiveLines() {}

    /** In the order of the list; none without one. */
    static List<JsonNode> of(Dossier dossier) {
        var admitted = admitted(dossier);
        var standing = new LinkedHashMap<String, JsonNode>();
        dossier.first("lot/bid-list").ifPresent(list -> {
            for (JsonNode line : list.body().path("bids")) {
                var state = line.path("state").asText();
                if (state.equals("LIVE")
                        || state.equals("HELD")
                                && admitted.contains(line.path("headerHash").asText())) {
                    standing.put(line.path("bidId").asText(), line);
                }
            }
        });
        return new ArrayList<>(standing.values());
    }

    /** Whether this line is opened. */
    static boolean live(Dossier dossier, JsonNode line) {
        return of(dossier).contains(line);
    }

    private static Set<String> admitted(Dossier dossier) {
        var admitted = new HashSet<String>();
        dossier.first("lot/held-decided").ifPresent(decided -> {
            for (JsonNode line : decided.body().path("decisions")) {
                if (line.path("admitted").asBoolean()) {
                    admitted.add(line.path("headerHash").asText());
                }
            }
        });
        return admitted;
    }
}
