package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The held bids: all of them decided once, alike by procuring entity and supervisor, behind the list and before names
 * and count (trust.md 5).
 */
public final class HeldCheck implements Check {

    @Override
    public String name() {
        return "held";
    }

    @Override
    public int run(Dossier dossier) {
        var all = dossier.entries("lot/held-decided");
        var held = held(dossier);
        if (all.isEmpty()) {
            dossier.first("lot/names")
                    .ifPresent(names ->
                            Broken.unless(held.isEmpty(), names.object(), "named before held bids were decided"));
            return 0;
        }
        var decided = all.get(0);
        var object = decided.object();
        Broken.unless(all.size() == 1, all.get(all.size() - 1).object(), "held bids decided twice");
        Broken.unless(!held.isEmpty(), object, "a decision where no bid is held");
        var list = dossier.first("lot/bid-list").orElseThrow();
        Broken.unless(list.n() < decided.n(), object, "decided before the list");
        dossier.requireHeadBetween(list, decided);
        dossier.first("lot/names")
                .ifPresent(names -> Broken.unless(decided.n() < names.n(), object, "decided behind the names"));
        Shape.exactly(decided.body(), object + "#body", "bidList", "reason", "decisions", "statements");
        Shape.equal(decided.body(), "bidList", list.contentHash(), object, "a decision over another bid list");
        Shape.text(decided.body(), "reason", object);
        lines(decided, held);
        signed(dossier, decided);
        return held.size();
    }

    private static List<JsonNode> held(Dossier dossier) {
        var held = new ArrayList<JsonNode>();
        dossier.first("lot/bid-list").ifPresent(list -> {
            for (JsonNode line : list.body().path("bids")) {
                if (line.path("state").asText().equals("HELD")) {
                    held.add(line);
                }
            }
        });
        return held;
    }

    /** Exactly the held bids, in order. */
    private static void lines(Dossier.Entry decided, List<JsonNode> held) {
        var lines = decided.body().path("decisions");
        Broken.unless(lines.size() == held.size(), decided.object(), "not exactly the held bids");
        for (int i = 0; i < held.size(); i++) {
            var line = lines.get(i);
            var at = decided.object() + "#decisions." + i;
            Shape.exactly(line, at, "bidId", "headerHash", "admitted");
            for (String id : new String[] {"bidId", "headerHash"}) {
                Shape.equal(line, id, held.get(i).path(id), at, "not exactly the held bids");
            }
            Broken.unless(line.path("admitted").isBoolean(), at, "neither admitted nor refused");
        }
    }

    /** Two signed the very same; one for the procuring entity, and one who is not of the tenderer's side. */
    private static void signed(Dossier dossier, Dossier.Entry decided) {
        var object = decided.object();
        var statements = decided.body().path("statements");
        Broken.unless(statements.size() == 2, object, "not decided by procuring entity and supervisor");
        int entities = 0;
        int agencies = 0;
        for (JsonNode statement : statements) {
            var doc = statement.path("doc");
            Shape.equal(doc, "type", "held-decision", object, "not a decision over held bids");
            Shape.equal(doc, "lot", dossier.lot(), object, "a decision in another lot");
            for (String id : new String[] {"bidList", "reason", "decisions"}) {
                Shape.equal(doc, id, decided.body().path(id), object, "another decision than was signed");
            }
            var uscc = uscc(dossier.signer(statement, decided), object);
            entities += uscc.equals(party(dossier, "procuringEntity")) ? 1 : 0;
            agencies += uscc.equals(party(dossier, "agency")) ? 1 : 0;
        }
        Broken.unless(entities == 1 && agencies == 0, object, "not decided by procuring entity and supervisor");
    }

    private static String party(Dossier dossier, String name) {
        return dossier.publication().path(name).path("uscc").asText();
    }

    private static String uscc(X509Certificate signer, String object) {
        try {
            return Certificates.uscc(signer);
        } catch (GeneralSecurityException e) {
            throw new Broken(object, "an unreadable certificate");
        }
    }
}
