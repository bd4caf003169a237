package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;

/** Whose bid a party's cut is about. */
final class Party {

    /** The platform's word on the points that the party's bid got. */
    static final String SCORES = "scores.json";

    private Party() {}

    /** Whether the cut is a party's and this line of the bid list is its own. */
    static boolean owns(Dossier dossier, JsonNode line) {
        return dossier.cut().equals("PARTY")
                && line.path("bidId")
                        .asText()
                        .equals(dossier.manifest().path("bidId").asText());
    }
}
