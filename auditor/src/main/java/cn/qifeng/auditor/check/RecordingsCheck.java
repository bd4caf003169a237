package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.recording.ItemChain;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/** Recordings: the items under each head make one chain, which ends with its closing before anything of the award. */
public final class RecordingsCheck implements Check {

    private static final String HEAD = "evaluation/recording-head";
    private static final String CLOSED = "evaluation/recording-closed";
    private static final Set<String> AFTERWARDS = Set.of("award/finalists", "lot/failed", "tender/closed");

    @Override
    public String name() {
        return "recordings";
    }

    @Override
    public int run(Dossier dossier) {
        var heads = dossier.entries(HEAD);
        var closings = dossier.entries(CLOSED);
        if (heads.isEmpty() && closings.isEmpty()) {
            return 0;
        }
        if (heads.isEmpty()) {
            throw new Broken(closings.get(0).object(), "closed without a recording");
        }
        var last = heads.get(heads.size() - 1);
        order(dossier);
        if (parts(dossier).allMatch(Dossier.Entry::open)) {
            chain(dossier);
        } else {
            dossier.attested().add("recordings: what was recorded is withheld");
        }
        if (closings.stream().noneMatch(it -> it.n() > last.n())) {
            cut(dossier, last);
        }
        return heads.size();
    }

    private static Stream<Dossier.Entry> parts(Dossier dossier) {
        return dossier.entries().stream()
                .filter(it -> it.type().equals(HEAD) || it.type().equals(CLOSED));
    }

    /** Behind an end nothing stands but what a re-review recorded, whose approval stands between the two. */
    private static void order(Dossier dossier) {
        Dossier.Entry former = null;
        for (Dossier.Entry part : parts(dossier).toList()) {
            boolean behindAnEnd = former != null && former.type().equals(CLOSED);
            Broken.unless(!behindAnEnd || part.type().equals(HEAD), part.object(), "a recording closed twice");
            Broken.unless(
                    !behindAnEnd || Reviews.begin(dossier, part.n()) > former.n(),
                    part.object(),
                    "something stands behind the end of a recording");
            Broken.unless(former != null || part.type().equals(HEAD), part.object(), "closed without a recording");
            former = part;
        }
    }

    private static void chain(Dossier dossier) {
        var opened = dossier.first("evaluation/opened")
                .orElseThrow(() ->
                        new Broken(dossier.first(HEAD).orElseThrow().object(), "a recording without an evaluation"));
        var session = opened.body().path("session").asText();
        var chain = new ItemChain(session);
        int closings = 0;
        for (Dossier.Entry part : parts(dossier).toList()) {
            if (part.type().equals(CLOSED)) {
                closing(part, chain);
                closings++;
            } else {
                head(part, session, chain);
                Broken.unless(
                        chain.reopenings() == closings,
                        part.object(),
                        "something stands behind the end of a recording");
            }
        }
    }

    private static void head(Dossier.Entry head, String session, ItemChain chain) {
        var object = head.object();
        var body = head.body();
        Shape.exactly(body, object + "#body", "session", "from", "to", "head", "items");
        Shape.equal(body, "session", session, object, "a recording of another session");
        Shape.equal(body, "from", chain.seq() + 1, object, "an item of a recording is missing");
        Broken.unless(body.path("items").size() > 0, object + "#items", "a head without items");
        for (JsonNode item : body.path("items")) {
            chain.take(item, object + "#items");
        }
        Shape.equal(body, "to", chain.seq(), object, "not the head of its items");
        Shape.equal(body, "head", chain.hash(), object, "not the head of its items");
    }

    private static void closing(Dossier.Entry entry, ItemChain chain) {
        var object = entry.object();
        Shape.exactly(entry.body(), object + "#body", "session", "items", "head", "bytes");
        Broken.unless(chain.closed(), object, "closed before the end of the recording");
        Shape.equal(entry.body(), "items", chain.seq(), object, "not the end of the recording");
        Shape.equal(entry.body(), "head", chain.hash(), object, "not the end of the recording");
        Shape.equal(entry.body(), "bytes", chain.bytes(), object, "not the length of the recording");
    }

    /** Without its closing a recording is cut, unless the evaluation still goes on. */
    private static void cut(Dossier dossier, Dossier.Entry last) {
        boolean over = dossier.entries().stream().anyMatch(it -> AFTERWARDS.contains(it.type()) && it.n() > last.n());
        Broken.unless(!over, last.object(), "a recording that was cut", "after " + last.at());
        dossier.attested().add("recordings: the recording is not closed yet");
    }
}
