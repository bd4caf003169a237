package cn.qifeng.auditor.mutation;

import cn.qifeng.auditor.Canon;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Draws changes to a package: fields of every JSON object, bytes of every other one, objects deleted, doubled, swapped,
 * taken from another tender, and what somebody with the database but without the keys could do. Equal contents, and
 * witnesses beyond the threshold, are no change: the package says the same without them.
 */
public final class Mutations {

    private static final int TRIES = 1000;

    private final Map<String, byte[]> own;
    private final Map<String, byte[]> foreign;
    private final RandomGenerator random;
    private final FieldChange fields;
    private final Insider insider;
    private final List<String> names;
    private final List<String> json;
    private final List<String> binary;
    private final FieldSorts sorts;
    private boolean turn;

    /**
     * Changes to {@code own}.
     *
     * @param foreign the package of another tender in the same form
     */
    public Mutations(Map<String, byte[]> own, Map<String, byte[]> foreign, RandomGenerator random) {
        this.own = own;
        this.foreign = foreign;
        this.random = random;
        this.fields = new FieldChange(random);
        this.insider = new Insider(own, random);
        this.names = List.copyOf(own.keySet());
        this.json = names.stream().filter(name -> name.endsWith(".json")).toList();
        this.binary = names.stream().filter(name -> !name.endsWith(".json")).toList();
        this.sorts = new FieldSorts(own, json);
    }

    /** How many sorts of fields the package has; {@code 2 * fieldSorts()} changes have every one of them. */
    public int fieldSorts() {
        return sorts.count();
    }

    /** How many sorts of fields were changed so far. */
    public int fieldSortsChanged() {
        return sorts.count() - sorts.left();
    }

    /** The next change: every second one is of a sort of field that was not changed yet, while there is one. */
    public Mutation next() {
        turn = !turn;
        if (turn && sorts.left() > 0) {
            return fieldOfNextSort();
        }
        return any();
    }

    private Mutation any() {
        List<Supplier<Mutation>> kinds = List.of(
                this::field,
                this::field,
                this::field,
                this::bytes,
                this::bytes,
                this::length,
                this::deleted,
                this::swapped,
                this::doubled,
                this::foreign,
                insider::rechained,
                insider::resigned);
        for (int i = 0; i < TRIES; i++) {
            var mutation = kinds.get(random.nextInt(kinds.size())).get();
            if (mutation != null) {
                return mutation;
            }
        }
        throw new IllegalStateException("no change found");
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Mutation changed(String kind, String place, Map<String, byte[]> put) {
        var objects = new TreeMap<>(own);
        objects.putAll(put);
        return new Mutation(kind, place, objects, Set.copyOf(put.keySet()));
    }

    private Mutation field() {
        var name = one(json);
        int places = FieldChange.places(Canon.parse(own.get(name), name)).size();
        return places == 0 ? null : field(name, random.nextInt(places));
    }

    private Mutation fieldOfNextSort() {
        var where = sorts.next(random);
        for (int i = 0; i < TRIES; i++) {
            var mutation = field(where.name(), where.number());
            if (mutation != null) {
                return mutation;
            }
        }
        throw new IllegalStateException("no change found for " + where);
    }

    /** Changes the field with this number in the object; {@code null} when nothing would differ. */
    private Mutation field(String name, int number) {
        var before = Canon.parse(own.get(name), name);
        JsonNode root = before.deepCopy();
        var place = FieldChange.places(root).get(number);
        boolean spare = name.equals("heads.json") && place.path().matches("\\[\\d+]\\.witnesses\\[\\d+]");
        var kind = fields.apply(place);
        if (kind == null || root.equals(before) || spare && kind.equals("member removed")) {
            return null;
        }
        return changed(kind, name + "#" + place.path(), Map.of(name, Canon.bytes(root, name)));
    }

    private Mutation bytes() {
        var name = one(binary);
        var bytes = own.get(name).clone();
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return changed("byte changed", name + "#" + at, Map.of(name, bytes));
    }

    private Mutation length() {
        var name = one(names);
        var bytes = own.get(name);
        int length = random.nextBoolean() ? bytes.length + 1 : random.nextInt(bytes.length);
        return changed("length changed", name, Map.of(name, Arrays.copyOf(bytes, length)));
    }

    /**
     * The whole package of another installation in this one's place; nothing but the trust file tells that it is not
     * the one that was meant.
     */
    public static Mutation elsewhere(Map<String, byte[]> objects) {
        return new Mutation("package of another installation", "package", objects, Set.of("heads.json"));
    }

    private Mutation deleted() {
        var name = one(names);
        var objects = new TreeMap<>(own);
        objects.remove(name);
        return new Mutation("deleted", name, objects, Set.of(name));
    }

    /** Two objects of one kind change places. */
    private Mutation swapped() {
        var name = one(names);
        var alike = names.stream()
                .filter(other -> !other.equals(name) && kind(other).equals(kind(name)))
                .filter(other -> !Arrays.equals(own.get(other), own.get(name)))
                .toList();
        if (alike.isEmpty()) {
            return null;
        }
        var other = one(alike);
        return changed("swapped", name + " and " + other, Map.of(name, own.get(other), other, own.get(name)));
    }

    /** An object a second time under a name that the package does not have. */
    private Mutation doubled() {
        var name = one(names);
        var twin = twin(name);
        return twin == null || own.containsKey(twin) ? null : changed("doubled", twin, Map.of(twin, own.get(name)));
    }

    private String twin(String name) {
        int next = 1 + random.nextInt(9);
        if (name.startsWith("chain/")) {
            long last = names.stream().filter(one -> one.startsWith("chain/")).count();
            return "chain/%06d.json".formatted(last + 1);
        }
        if (name.startsWith("bids/")) {
            var file = name.substring(name.lastIndexOf('/'));
            return name.endsWith(".enc")
                    ? name.substring(0, name.lastIndexOf('/')) + "/9" + next + ".enc"
                    : "bids/" + "%032x".formatted(random.nextLong() >>> 1) + "-" + next + file;
        }
        if (name.startsWith("documents/")) {
            return random.nextBoolean()
                    ? name.substring(0, name.indexOf('.')) + ".x" + next
                    : "documents/" + "%064x".formatted(random.nextLong() >>> 1) + ".pdf";
        }
        return null;
    }

    /** The object of another tender in place of one of the same kind, or beside it. */
    private Mutation foreign() {
        var name = one(names);
        var alike = new ArrayList<>(new TreeSet<>(foreign.keySet()));
        alike.removeIf(other -> !kind(other).equals(kind(name)) || Arrays.equals(foreign.get(other), own.get(name)));
        if (alike.isEmpty()) {
            return null;
        }
        var other = one(alike);
        boolean beside = !own.containsKey(other) && (other.startsWith("bids/") || other.startsWith("documents/"));
        return beside && random.nextBoolean()
                ? changed("foreign object added", other, Map.of(other, foreign.get(other)))
                : changed("foreign object", name + " from " + other, Map.of(name, foreign.get(other)));
    }

    /** The name without what numbers and hashes tell apart. */
    static String kind(String name) {
        return name.replaceAll("[0-9a-f]{32,}(-\\d+)?", "*").replaceAll("\\d+", "0");
    }
}
