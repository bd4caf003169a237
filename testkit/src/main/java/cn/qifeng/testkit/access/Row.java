package cn.qifeng.testkit.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of {@code access-matrix.csv}: {@code method,path,roles,owners,others get,phases,else}; cells with several
 * values separate them by {@code |}.
 *
 * @param roles {@code public} for anyone, {@code *} for every token of a person, {@code service} for the services
 * @param owners who may touch the thing: {@code anyone} of the roles, or actors such as {@code agency}; {@code self}
 *     where the request names nothing that could be somebody else's
 * @param othersGet codes of the refusal for whoever else has the role, or {@code -}
 * @param phases when the act is possible: {@code any}, or names of phases; {@code NOTICED(winner)} is one for this owner,
 *     {@code OPENED..CLOSED} are all from the one to the other
 * @param elseGet codes of the refusal in the other phases of that family, or {@code -}
 */
record Row(
        String method,
        String path,
        Set<String> roles,
        Set<String> owners,
        Set<String> othersGet,
        Set<String> phases,
        Set<String> elseGet) {

    private static final int COLUMNS = 7;
    private static final Set<String> NONE = Set.of("-");

    /** Refuses a condition without a refusal, and a refusal without a condition. */
    Row {
        boolean owned = !owners.contains("anyone") && !owners.contains("self");
        if (owned == othersGet.equals(NONE) || (phases.contains("any") == !elseGet.equals(NONE))) {
            throw new AssertionError("a condition and its refusal stand together: " + method + " " + path);
        }
    }

    String key() {
        return method + " " + path;
    }

    boolean open() {
        return roles.contains("public");
    }

    boolean allows(String role) {
        return open() || roles.contains(role) || roles.contains("*");
    }

    /** Whether the row says something about this role: {@code *} is about people only. */
    boolean judges(String role) {
        return !(roles.contains("*") && role.equals("service"));
    }

    /** Whether somebody of the right role can still be the wrong one. */
    boolean owned() {
        return !othersGet.equals(NONE);
    }

    /** Whether the act is bound to a phase. */
    boolean phased() {
        return !phases.contains("any");
    }

    /** Who makes the requests: every owner, or somebody of the first role where everyone of it may. */
    Collection<String> actors() {
        return owned() ? owners : Set.of(roles.iterator().next());
    }

    /** The same row with every range of phases spelled out. */
    Row spread(List<List<String>> families) {
        var all = phases.stream()
                .flatMap(phase -> range(phase, families))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Row(method, path, roles, owners, othersGet, all, elseGet);
    }

    private static Stream<String> range(String phase, List<List<String>> families) {
        var ends = phase.split("\\.\\.");
        if (ends.length == 1) {
            return Stream.of(phase);
        }
        var family = families.stream()
                .filter(it -> it.containsAll(List.of(ends)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no family has " + phase));
        return family.subList(family.indexOf(ends[0]), family.indexOf(ends[1]) + 1).stream();
    }

    /** The phases in which this actor may act, in the order of the row. */
    Set<String> phasesOf(String actor) {
        return phases.stream()
                .filter(phase -> !phase.contains("(") || phase.endsWith("(" + actor + ")"))
                .map(phase -> phase.replaceAll("\\(.*", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All phases that the row names. */
    Set<String> phaseNames() {
        return phases.stream().map(phase -> phase.replaceAll("\\(.*", "")).collect(Collectors.toSet());
    }

    /** Whether the row speaks of this refusal. */
    boolean refusesWith(String code) {
        return othersGet.contains(code) || elseGet.contains(code);
    }

    /** The rows by {@code method path}; refuses rows that are incomplete or stand twice. */
    static Map<String, Row> read(InputStream csv) {
        var rows = new TreeMap<String, Row>();
        try (csv) {
            for (String line : new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.isBlank() || line.startsWith("#") || line.startsWith("method,")) {
                    continue;
                }
                var row = parse(line);
                if (rows.put(row.key(), row) != null) {
                    throw new AssertionError("twice in access-matrix.csv: " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row parse(String line) {
        var cells = List.of(line.split(",", -1));
        if (cells.size() != COLUMNS || cells.stream().anyMatch(String::isBlank)) {
            throw new AssertionError("not method,path,roles,owners,others get,phases,else: " + line);
        }
        return new Row(
                cells.get(0),
                cells.get(1),
                values(cells.get(2)),
                values(cells.get(3)),
                values(cells.get(4)),
                values(cells.get(5)),
                values(cells.get(6)));
    }

    private static Set<String> values(String cell) {
        return new LinkedHashSet<>(List.of(cell.split("\\|")));
    }
}
