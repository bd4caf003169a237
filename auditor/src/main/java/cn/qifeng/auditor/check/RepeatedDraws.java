package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Draws that came to nothing and were repeated: once each, the same draw among all others, where there are two of them. */
final class RepeatedDraws {

    private static final String OPENED = "draw/opened";
    private static final List<String> SAME = List.of("purpose", "pool", "picks", "set");
    /** One party alone would choose what is drawn. */
    private static final int OTHERS_MIN = 2;

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
                .filter(it -> repeatOf(it.asText()).equals(drawId.asText()))
                .findFirst();
    }

    /** The one id that a repetition of this draw has. */
    private static String repeatOf(String drawId) {
        var hash = ByteBuffer.wrap(Hash.sm3(Hash.ascii("QD1 repeat"), BidsCheck.uuid(drawId)));
        return new UUID(hash.getLong(), hash.getLong()).toString();
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
                    .map(it -> others(it, end).size() >= OTHERS_MIN)
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
        var others = others(first, end);
        Broken.unless(others.size() >= OTHERS_MIN, draw.object(), "a repetition among too few");
        boolean same = SAME.stream()
                .allMatch(it -> first.body().path(it).equals(draw.body().path(it)));
        boolean own =
                repeatOf(former.asText()).equals(draw.body().path("drawId").textValue());
        Broken.unless(same && own && parties(draw).equals(others), draw.object(), "a repetition of another draw");
    }

    private static List<String> parties(Dossier.Entry draw) {
        return StreamSupport.stream(draw.body().path("parties").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    /** Whoever took part beside the party that broke the draw. */
    private static List<String> others(Dossier.Entry draw, Dossier.Entry end) {
        var broke = end.body().path("party").asText();
        return parties(draw).stream().filter(it -> !it.equals(broke)).toList();
    }

    private static Optional<Dossier.Entry> opened(Dossier dossier, JsonNode id, int before) {
        return dossier.entries(OPENED).stream()
                .filter(it -> it.n() < before && it.body().path("drawId").equals(id))
                .findFirst();
    }
}
