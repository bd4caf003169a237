package cn.qifeng.auditor.mutation;

import cn.qifeng.auditor.Canon;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The sorts of fields that a package has: the same path, without numbers, in objects of the same kind, and in entries of
 * the same type. Each sort can be asked for once.
 */
final class FieldSorts {

    private final Map<String, List<Where>> places = new TreeMap<>();
    private final List<String> left;
    private final int count;

    /** One field: the object and the number of the field in it, in the order of {@link FieldChange#places}. */
    record Where(String name, int number) {}

    FieldSorts(Map<String, byte[]> objects, List<String> json) {
        for (String name : json) {
            var root = Canon.parse(objects.get(name), name);
            var fields = FieldChange.places(root);
            for (int i = 0; i < fields.size(); i++) {
                places.computeIfAbsent(sort(name, root, fields.get(i).path()), sort -> new ArrayList<>())
                        .add(new Where(name, i));
            }
        }
        this.left = new ArrayList<>(places.keySet());
        this.count = left.size();
    }

    /** How many sorts there are. */
    int count() {
        return count;
    }

    /** How many of them were not asked for yet. */
    int left() {
        return left.size();
    }

    /** Any field of a sort that was not asked for yet; all are asked for once before this may not be called again. */
    Where next(RandomGenerator random) {
        var sort = left.remove(random.nextInt(left.size()));
        var fields = places.get(sort);
        return fields.get(random.nextInt(fields.size()));
    }

    private static String sort(String name, JsonNode root, String path) {
        var head = root.has("entry") ? root.path("entry").path("head") : root.path("head");
        var type = name.startsWith("chain/") ? head.path("type").asText() : "";
        return Mutations.kind(name) + " " + type + path.replaceAll("\\[\\d+]", "[]");
    }
}
