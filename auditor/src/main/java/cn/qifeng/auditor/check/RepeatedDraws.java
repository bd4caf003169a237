package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Draws that came to nothing and were repeated: once each, the same draw among all others. */
final class RepeatedDraws {

    private static final String OPENED = "draw/opened";
    private static final List<String> SAME = List.of("purpose", "pool", "picks", "set");

    private RepeatedDraws() {}

    /** Id of the draw that was asked for first: of this one, or of that which it repeats. */
    static JsonNode asked(Dossier dossier, JsonNode drawId) {
        var id = drawId;
        for (var former = repeats(dossier, id); former.isPresent(); former = repeats(dossier, id)) {
            id = former.get();
        }
        return id;
    }

    private static Optional<JsonNode> repeats(Dossier dossier, JsonNode drawId) {
        return dossier.entries(OPENED).stream()
                .filter(it ->
                        it.body().path("drawId").equals(drawId) && it.body().has("repeats"))
                .map(it -> it.body().path("repeats"))
                .filter(it -> !it.equals(drawId))
                .findFirst();
    }

    /** Holds every repetition to the draw that it repeats, and demands one of each draw that is void. */
    static void check(Dossier dossier) {
        var repeated = new HashSet<JsonNode>();
        for (Dossier.Entry draw : dossier.entries(OPENED)) {
            if (draw.body().has("repeats")) {
                var former = draw.body().path("repeats");
                Broken.unless(repeated.add(former), draw.object(), "a void draw repeated twice");
                repetition(dossier, draw, former);
            }
        }
        for (Dossier.Entry end : dossier.entries("draw/void")) {
            var id = end.body().path("drawId");
            boolean others = opened(dossier, id, end.n())
                    .map(it -> it.body().path("parties").size() > 1)
                    .orElse(false);
            Broken.unless(!others || repeated.contains(id), end.object(), "a void draw that was not repeated");
        }
    }

    private static void repetition(Dossier dossier, Dossier.Entry draw, JsonNode former) {
        var end = dossier.entries("draw/void").stream()
                .filter(it -> it.n() < draw.n() && it.body().path("drawId").equals(former))
                .findFirst()
                .orElseThrow(() -> new Broken(draw.object(), "a repetition of no void draw"));
        var first = opened(dossier, former, end.n())
                .orElseThrow(() -> new Broken(draw.object(), "a repetition of no void draw"));
        boolean same = SAME.stream()
                .allMatch(it -> first.body().path(it).equals(draw.body().path(it)));
        var others = new HashSet<JsonNode>();
        first.body().path("parties").forEach(others::add);
        others.remove(end.body().path("party"));
        var parties = new HashSet<JsonNode>();
        draw.body().path("parties").forEach(parties::add);
        Broken.unless(same && parties.equals(others), draw.object(), "a repetition of another draw");
    }

    private static Optional<Dossier.Entry> opened(Dossier dossier, JsonNode id, int before) {
        return dossier.entries(OPENED).stream()
                .filter(it -> it.n() < before && it.body().path("drawId").equals(id))
                .findFirst();
    }
}
