package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;

/** A revealed sheet: by its member's statement, or opened by members of the session's key set in its place. */
final class RevealedSheet {

    private RevealedSheet() {}

    /** What the member said, or the entry itself where the set opened the sheet. */
    static JsonNode said(Dossier.Entry reveal) {
        return reveal.body().has("statement") ? reveal.doc() : reveal.body();
    }

    /** Certificate id of the member whose sheet it is. */
    static String member(Dossier dossier, Dossier.Entry reveal) {
        return reveal.body().has("statement")
                ? Certificates.id(dossier.signer(reveal.body().path("statement"), reveal))
                : reveal.body().path("member").asText();
    }

    /** Breaks unless as many members of the set gave a share of this sheet before as the set asks for. */
    static void requireOpenedBySet(Dossier dossier, Dossier.Entry reveal, String member) {
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() -> new Broken(reveal.object(), "revealed without evaluation/opened"));
        var set = opened.body().path("keySet");
        var members = OpeningCheck.members(set);
        var givers = new HashSet<String>();
        for (Dossier.Entry shared : dossier.entries("evaluation/shared")) {
            Broken.unless(shared.open(), shared.object(), "withheld, although the sheets are shown");
            if (shared.n() < reveal.n() && names(shared.doc(), reveal.body().path("version"), member)) {
                var giver = Certificates.id(dossier.signer(shared.body().path("statement"), shared));
                Broken.unless(members.contains(giver), shared.object(), "a share by no member of the set");
                givers.add(giver);
            }
        }
        Broken.unless(
                givers.size() >= set.path("threshold").asInt(Integer.MAX_VALUE),
                reveal.object(),
                "opened by too few members of the set");
    }

    private static boolean names(JsonNode shares, JsonNode version, String member) {
        if (!shares.path("version").equals(version)) {
            return false;
        }
        return holds(shares.path("shares"), "member", member);
    }

    /** Whether a list has an item with this text in a field. */
    static boolean holds(JsonNode list, String field, String text) {
        for (JsonNode item : list) {
            if (item.path(field).asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
