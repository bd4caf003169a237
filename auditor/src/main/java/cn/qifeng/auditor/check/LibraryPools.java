package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signed pools of the provincial library: each for the look that follows it, with codes that no other pool has. */
final class LibraryPools {

    private static final int COMMIT = 32;
    private static final int ID = 36;

    private final Dossier dossier;
    private final String uscc;
    private final Map<String, String> commits = new HashMap<>();
    private final Map<String, String> requests = new HashMap<>();
    private final Map<Dossier.Entry, List<String>> byStep = new LinkedHashMap<>();

    LibraryPools(Dossier dossier) {
        this.dossier = dossier;
        this.uscc =
                dossier.publication().path("panel").path("library").path("uscc").asText();
    }

    /** Demands that each look at the pool has its signed pool directly before it. */
    void check() {
        var asked = new HashSet<String>();
        var steps = dossier.entries("evaluation/draw-step");
        for (Dossier.Entry pool : dossier.entries("evaluation/library-pool")) {
            signed(pool, "expert-library-pool");
            var step = steps.stream()
                    .filter(it -> it.n() > pool.n())
                    .findFirst()
                    .orElseThrow(() -> new Broken(pool.object(), "a pool of the library that nobody looked at"));
            Broken.unless(!byStep.containsKey(step), pool.object(), "two pools of the library for one look");
            var request = Shape.text(pool.doc().path("asked"), "request", pool.object());
            Broken.unless(
                    request.length() == ID && asked.add(request), pool.object(), "a request to the library twice");
            answersStep(pool, step);
            byStep.put(step, codes(pool, request));
        }
        for (Dossier.Entry step : steps) {
            Broken.unless(byStep.containsKey(step), step.object(), "a look without a pool of the library");
        }
    }

    /** The doc of a reply that the library of the tender document signed. */
    JsonNode signed(Dossier.Entry entry, String type) {
        var object = entry.object();
        Shape.equal(entry.doc(), "type", type, object, "not a reply of the library");
        try {
            var signer = Certificates.uscc(dossier.signer(entry.body().path("statement"), entry));
            Broken.unless(
                    !uscc.isEmpty()
                            && signer.equals(uscc)
                            && entry.doc().path("library").asText().equals(uscc),
                    object,
                    "not signed by the library");
        } catch (GeneralSecurityException e) {
            throw new Broken(object, "an unreadable certificate");
        }
        return entry.doc();
    }

    private void answersStep(Dossier.Entry pool, Dossier.Entry step) {
        var asked = pool.doc().path("asked");
        boolean same = List.of("specialties", "regions", "needed", "startsAt").stream()
                .allMatch(field -> asked.path(field).equals(step.body().path(field)));
        Broken.unless(same, pool.object() + "#asked", "not what the look asked for");
        Broken.unless(
                pool.doc().path("experts").size()
                        == step.body().path("eligible").asInt(-1),
                pool.object() + "#experts",
                "not the pool of the library");
        var excluded = new HashSet<String>();
        asked.path("excluded").forEach(it -> excluded.add(it.asText()));
        Broken.unless(excluded.containsAll(parties()), pool.object() + "#excluded", "a party was not excluded");
    }

    private Set<String> parties() {
        var parties = new HashSet<String>();
        var publication = dossier.publication();
        parties.add(publication.path("procuringEntity").path("uscc").asText());
        parties.add(publication.path("agency").path("uscc").asText());
        dossier.first("lot/names")
                .ifPresent(it -> it.body()
                        .path("bids")
                        .forEach(bid -> parties.add(bid.path("uscc").asText())));
        return parties;
    }

    private List<String> codes(Dossier.Entry pool, String request) {
        var codes = new ArrayList<String>();
        var last = "";
        for (JsonNode expert : pool.doc().path("experts")) {
            var code = Shape.text(expert, "code", pool.object());
            boolean fresh = code.compareTo(last) > 0 && !commits.containsKey(code);
            Broken.unless(fresh, pool.object() + "#experts", "a code of the library twice");
            Dossier.hex(expert, "commit", COMMIT, pool.object());
            commits.put(code, expert.path("commit").asText());
            requests.put(code, request);
            codes.add(code);
            last = code;
        }
        return codes;
    }

    /** Codes by the look that they were for. */
    Map<Dossier.Entry, List<String>> byStep() {
        return byStep;
    }

    /** All codes. */
    Set<String> codes() {
        return commits.keySet();
    }

    /** Whether a reply is about a code of the pool of that request. */
    boolean knows(JsonNode doc) {
        return doc.path("request").asText().equals(requests.get(doc.path("code").asText()));
    }

    /** What a code was bound to, hex. */
    String commit(String code) {
        return commits.get(code);
    }
}
