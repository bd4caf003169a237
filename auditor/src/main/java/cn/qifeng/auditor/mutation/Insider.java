package cn.qifeng.auditor.mutation;

import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What an operator with the whole database, but without the keys, can do: rewrite, recompute, and sign with a key of its own. */
final class Insider {

    private final Map<String, byte[]> own;
    private final RandomGenerator random;
    private final FieldChange fields;
    private final List<String> chain;
    private final List<String> signed = new ArrayList<>();
    private final ForeignSigner signer = new ForeignSigner();

    Insider(Map<String, byte[]> own, RandomGenerator random) {
        this.own = own;
        this.random = random;
        this.fields = new FieldChange(random);
        this.chain =
                own.keySet().stream().filter(name -> name.startsWith("chain/")).toList();
        own.keySet().stream()
                .filter(name -> name.endsWith("receipt.json")
                        || name.endsWith("scores.json")
                        || name.endsWith("header.p7s")
                        || name.equals("heads.json")
                        || name.startsWith("chain/"))
                .forEach(signed::add);
    }

    /** Changes a body and computes every later link again, so that the chain holds in itself. */
    Mutation rechained() {
        var name = chain.get(random.nextInt(chain.size()));
        ObjectNode root = Canon.parse(own.get(name), name).deepCopy();
        var places = FieldChange.places(root.path("entry").path("body"));
        if (places.isEmpty()) {
            return null;
        }
        var place = places.get(random.nextInt(places.size()));
        var before = root.deepCopy();
        if (fields.apply(place) == null || root.equals(before)) {
            return null;
        }
        return new Mutation(
                "body changed and chain recomputed", name + "#" + place.path(), relinked(name, root), Set.of(name));
    }

    private Map<String, byte[]> relinked(String name, ObjectNode root) {
        var objects = new TreeMap<>(own);
        objects.put(name, Canon.bytes(root, name));
        var prev = contentHash(root, name);
        for (String later : chain.subList(chain.indexOf(name) + 1, chain.size())) {
            ObjectNode entry = Canon.parse(objects.get(later), later).deepCopy();
            var head = (ObjectNode) (entry.has("entry") ? entry.path("entry").path("head") : entry.path("head"));
            head.put("prev", prev);
            objects.put(later, Canon.bytes(entry, later));
            prev = contentHash(entry, later);
        }
        return objects;
    }

    private static String contentHash(JsonNode node, String object) {
        var entry = node.path("entry");
        var head = node.has("entry") ? entry.path("head") : node.path("head");
        var body = node.has("entry")
                ? Hash.sm3(
                        Hash.ascii("QEC1 body"),
                        HexFormat.of().parseHex(entry.path("salt").asText()),
                        Canon.bytes(entry.path("body"), object))
                : HexFormat.of().parseHex(node.path("bodyHash").asText());
        return Hash.hex(Hash.ascii("QEC1"), Hash.sm3(Canon.bytes(head, object)), body);
    }

    /** Signs what somebody signed with another key under the same name; what was said may change too. */
    Mutation resigned() {
        var name = signed.get(random.nextInt(signed.size()));
        if (name.endsWith(".p7s")) {
            var header = name.replace(".p7s", ".der");
            var objects = new TreeMap<>(own);
            objects.put(name, signer.sign(own.get(header), own.get(name)));
            return new Mutation("signed with another key", name, objects, Set.of(name));
        }
        JsonNode root = Canon.parse(own.get(name), name).deepCopy();
        var statements = new ArrayList<ObjectNode>();
        collect(root, statements);
        if (statements.isEmpty()) {
            return null;
        }
        var statement = statements.get(random.nextInt(statements.size()));
        var said = statement.has("doc") ? "doc" : "head";
        if (random.nextBoolean() && name.endsWith("receipt.json")) {
            ((ObjectNode) statement.path(said)).put("stamp", "2026-01-01T00:00:00.000Z");
        }
        var content = Canon.bytes(statement.path(said), name);
        var signature =
                java.util.Base64.getDecoder().decode(statement.path("sig").asText());
        statement.put("sig", java.util.Base64.getEncoder().encodeToString(signer.sign(content, signature)));
        var objects = name.startsWith("chain/") ? relinked(name, (ObjectNode) root) : new TreeMap<>(Map.copyOf(own));
        objects.put(name, Canon.bytes(root, name));
        return new Mutation("signed with another key", name, objects, Set.of(name));
    }

    private static void collect(JsonNode node, List<ObjectNode> statements) {
        if (node instanceof ObjectNode object
                && object.path("sig").isTextual()
                && (object.has("doc") || object.has("head"))) {
            statements.add(object);
        }
        node.forEach(item -> collect(item, statements));
    }
}
