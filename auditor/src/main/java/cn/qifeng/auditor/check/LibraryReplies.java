package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a provincial library signed (docs/expert-library.md): the draws are from its pools, every call of its experts
 * ends by its answer, and who sits is whom it opened and had been bound to, tied to no party. Its codes are the experts'
 * numbers, so that the calls themselves are those of any draw.
 */
final class LibraryReplies {

    private static final String PREFIX = "evaluation/library-";
    private static final Set<String> TYPES =
            Set.of("evaluation/draw-step", "evaluation/called", "evaluation/answered", "evaluation/panel", "lot/names");
    private static final int BYTES = 32;

    private final Dossier dossier;
    private final LibraryPools pools;
    private final Map<String, Dossier.Entry> answers = new HashMap<>();
    private final Map<String, Dossier.Entry> identities = new HashMap<>();

    private LibraryReplies(Dossier dossier) {
        this.dossier = dossier;
        this.pools = new LibraryPools(dossier);
    }

    /** Demands replies exactly where the tender document names a library; reads them where the cut shows them. */
    static void check(Dossier dossier) {
        var source = dossier.publication().path("panel").path("source").asText("OWN");
        boolean provincial = source.equals("PROVINCIAL");
        dossier.entries().stream()
                .filter(it -> it.type().startsWith(PREFIX) && !provincial)
                .findFirst()
                .ifPresent(it -> {
                    throw new Broken(it.object(), "a library that the tender document does not name");
                });
        int looks = dossier.entries("evaluation/draw-step").size();
        if (provincial && dossier.entries("evaluation/library-pool").size() < looks) {
            throw new Broken(
                    dossier.entries("evaluation/draw-step").get(looks - 1).object(),
                    "a look without a pool of the library");
        }
        boolean shown = dossier.entries().stream()
                .filter(it -> it.type().startsWith(PREFIX) || TYPES.contains(it.type()))
                .allMatch(Dossier.Entry::open);
        if (provincial && shown) {
            new LibraryReplies(dossier).walk();
        }
    }

    private void walk() {
        pools.check();
        dossier.entries("evaluation/library-answer").forEach(this::answer);
        dossier.entries("evaluation/library-identity").forEach(this::identity);
        dossier.entries("evaluation/library-fault")
                .forEach(it -> Broken.unless(
                        it.body().path("fault").asText().startsWith("library/"),
                        it.object(),
                        "a fault that nobody knows"));
        var panels = dossier.entries("evaluation/panel");
        if (!panels.isEmpty()) {
            var last = panels.get(panels.size() - 1);
            var codes = codes(last);
            draws(codes);
            calls(codes);
            panels.forEach(panel -> members(panel));
        }
    }

    private void answer(Dossier.Entry entry) {
        var doc = pools.signed(entry, "expert-library-answer");
        Broken.unless(pools.knows(doc), entry.object(), "an answer of nobody in the pool of the library");
        var former = answers.put(doc.path("code").asText(), entry);
        Broken.unless(former == null, entry.object(), "an answer of the library twice");
    }

    private void identity(Dossier.Entry entry) {
        var object = entry.object();
        var doc = pools.signed(entry, "expert-library-identity");
        Broken.unless(pools.knows(doc), object, "an identity of nobody in the pool of the library");
        var code = doc.path("code").asText();
        var commit = Hash.hex(
                Hash.ascii("QL1 identity"),
                Dossier.hex(doc, "salt", BYTES, object),
                Canon.bytes(doc.path("identity"), object));
        Broken.unless(commit.equals(pools.commit(code)), object + "#identity", "not the identity of the pool");
        Broken.unless(identities.put(code, entry) == null, object, "an identity of the library twice");
    }

    /** Codes of the draws by codes of the library, under the seed that the panel shows. */
    private Map<String, String> codes(Dossier.Entry panel) {
        var session = BidsCheck.uuid(panel.body().path("session").asText());
        var seed = Dossier.hex(panel.body(), "seed", BYTES, panel.object());
        var codes = new HashMap<String, String>();
        for (String code : pools.codes()) {
            codes.put(code, Hash.hex(Hash.ascii("QE1 expert"), session, seed, code.getBytes(StandardCharsets.UTF_8)));
        }
        return codes;
    }

    private void draws(Map<String, String> codes) {
        for (Dossier.Entry draw : dossier.entries("draw/opened")) {
            pools.byStep().forEach((step, own) -> {
                if (step.body().path("draw").equals(draw.body().path("drawId"))) {
                    var expected = new TreeSet<String>();
                    own.forEach(it -> expected.add(codes.get(it)));
                    var seen = new ArrayList<String>();
                    draw.body().path("pool").forEach(it -> seen.add(it.asText()));
                    Broken.unless(
                            seen.equals(List.copyOf(expected)),
                            draw.object() + "#pool",
                            "a draw from another pool than the library's");
                }
            });
        }
    }

    /** Each answer stands directly for what the chain says of the call, and no call ends without one. */
    private void calls(Map<String, String> codes) {
        var signed = new HashMap<String, Dossier.Entry>();
        answers.forEach((code, entry) -> signed.put(codes.get(code), entry));
        var known = new HashSet<>(codes.values());
        for (Dossier.Entry called : dossier.entries("evaluation/called")) {
            var answer = signed.get(called.body().path("code").asText());
            if (answer != null) {
                Broken.unless(answer.n() > called.n(), answer.object(), "an answer of the library before the call");
                Shape.equal(
                        answer.doc(),
                        "answerBy",
                        called.body().path("answerBy"),
                        answer.object(),
                        "an answer of the library to another call");
                known.remove(called.body().path("code").asText());
                signed.remove(called.body().path("code").asText());
                told(called, answer);
            }
        }
        signed.values().stream().findFirst().ifPresent(it -> {
            throw new Broken(it.object(), "an answer of the library for a code never called");
        });
        for (Dossier.Entry answered : dossier.entries("evaluation/answered")) {
            Broken.unless(
                    !known.contains(answered.body().path("code").asText()),
                    answered.object(),
                    "an answer that the library did not sign");
        }
    }

    private void told(Dossier.Entry called, Dossier.Entry answer) {
        var word = answer.doc().path("answer").asText();
        var expected = word.equals("NO_ANSWER") ? "UNANSWERED" : word;
        boolean same = dossier.entries("evaluation/answered").stream()
                .filter(it -> it.n() > answer.n()
                        && it.body().path("code").equals(called.body().path("code")))
                .anyMatch(it -> it.body().path("answer").asText().equals(expected)
                        && it.body().path("at").equals(answer.doc().path("at")));
        Broken.unless(same, answer.object(), "not what the library answered");
    }

    private void members(Dossier.Entry panel) {
        var units = units();
        for (JsonNode seat : panel.body().path("members")) {
            var code = seat.path("expert").asText();
            if (pools.codes().contains(code)) {
                var entry = identities.get(code);
                Broken.unless(
                        entry != null && entry.n() < panel.n(), panel.object() + "#members", "a member nobody opened");
                var identity = entry.doc().path("identity");
                var member = Hash.hex(Shape.base64(identity, "certificate", entry.object()));
                Broken.unless(
                        seat.path("member").asText().equals(member)
                                && seat.path("employer").equals(identity.path("employer")),
                        panel.object() + "#members",
                        "not the member whom the library opened");
                Broken.unless(
                        !units.contains(identity.path("employer").asText()),
                        panel.object() + "#members",
                        "a member tied to a party");
                for (JsonNode tie : identity.path("ties")) {
                    Broken.unless(
                            !units.contains(tie.asText()), panel.object() + "#members", "a member tied to a party");
                }
            }
        }
    }

    private Set<String> units() {
        var units = new HashSet<String>();
        units.add(dossier.publication().path("procuringEntity").path("name").asText());
        units.add(dossier.publication().path("agency").path("name").asText());
        dossier.first("lot/names")
                .ifPresent(it -> it.body()
                        .path("bids")
                        .forEach(bid -> units.add(bid.path("name").asText())));
        return units;
    }
}
