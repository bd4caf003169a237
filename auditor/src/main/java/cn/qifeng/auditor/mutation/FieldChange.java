package cn.qifeng.auditor.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** One change inside a JSON object: a value, a member, or the order of a list. */
final class FieldChange {

    /** A place in a document: the container, and the name or index in it. */
    record Place(JsonNode container, String name, int index, String path) {

        JsonNode value() {
            return container.isObject() ? container.get(name) : container.get(index);
        }

        void put(JsonNode value) {
            if (container instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                ((ArrayNode) container).set(index, value);
            }
        }

        void remove() {
            if (container instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) container).remove(index);
            }
        }
    }

    private final RandomGenerator random;

    FieldChange(RandomGenerator random) {
        this.random = random;
    }

    /** All places of a document. */
    static List<Place> places(JsonNode root) {
        var places = new ArrayList<Place>();
        collect(root, "", places);
        return places;
    }

    private static void collect(JsonNode node, String path, List<Place> places) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> places.add(new Place(node, name, -1, path + "." + name)));
            node.fields().forEachRemaining(member -> collect(member.getValue(), path + "." + member.getKey(), places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places.add(new Place(node, null, i, path + "[" + i + "]"));
                collect(node.get(i), path + "[" + i + "]", places);
            }
        }
    }

    /** Changes the place and says how; {@code null} when nothing would differ. */
    String apply(Place place) {
        var value = place.value();
        int dice = random.nextInt(10);
        if (dice == 0) {
            place.remove();
            return "member removed";
        }
        if (dice == 1 && place.container() instanceof ObjectNode object) {
            object.put("extra" + random.nextInt(100), random.nextInt());
            return "member added";
        }
        if (dice == 1) {
            ((ArrayNode) place.container()).insert(place.index(), value.deepCopy());
            return "item doubled";
        }
        if (dice == 2 && place.container() instanceof ArrayNode list && list.size() > 1) {
            return swapped(list, place.index());
        }
        place.put(other(value, place.container()));
        return "value changed";
    }

    private String swapped(ArrayNode list, int i) {
        int j = (i + 1 + random.nextInt(list.size() - 1)) % list.size();
        var one = list.get(i);
        var two = list.get(j);
        if (one.equals(two)) {
            return null;
        }
        list.set(i, two);
        list.set(j, one);
        return "items swapped";
    }

    private JsonNode other(JsonNode value, JsonNode container) {
        var nodes = ((com.fasterxml.jackson.databind.node.ContainerNode<?>) container);
        if (value.isTextual()) {
            return nodes.textNode(text(value.textValue()));
        }
        if (value.isIntegralNumber()) {
            return random.nextBoolean()
                    ? nodes.numberNode(value.longValue() + 1 + random.nextInt(5))
                    : nodes.textNode(value.asText());
        }
        if (value.isBoolean()) {
            return nodes.booleanNode(!value.booleanValue());
        }
        return value.isNull() ? nodes.textNode("x") : nodes.nullNode();
    }

    /** Another text of the same kind: one letter of a word, one byte of what is base64, the case of hexadecimal. */
    private String text(String value) {
        if (value.isEmpty()) {
            return "x";
        }
        if (value.matches("[0-9a-f]{32,}") && value.matches(".*[a-f].*") && random.nextInt(4) == 0) {
            return value.toUpperCase(java.util.Locale.ROOT);
        }
        if (value.length() > 64 && value.length() % 4 == 0 && value.matches("[A-Za-z0-9+/]+={0,2}")) {
            var bytes = Base64.getDecoder().decode(value);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return Base64.getEncoder().encodeToString(bytes);
        }
        int at = random.nextInt(value.length());
        char c = value.charAt(at);
        char other = c == '1' ? '2' : '1';
        return value.substring(0, at) + other + value.substring(at + 1);
    }
}
