package cn.qifeng.testkit.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One row of {@code access-matrix.csv}: {@code method,path,roles,ownership,phase}.
 *
 * @param roles names separated by {@code |}; {@code public} for anyone, {@code *} for every token of a person,
 *     {@code service} for the services
 * @param ownership whose things the caller may touch, in words
 * @param phase when the act is possible, in words
 */
record Row(String method, String path, Set<String> roles, String ownership, String phase) {

    private static final int COLUMNS = 5;

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
                if (rows.put(row.method + " " + row.path, row) != null) {
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
            throw new AssertionError("not method,path,roles,ownership,phase: " + line);
        }
        return new Row(cells.get(0), cells.get(1), Set.of(cells.get(2).split("\\|")), cells.get(3), cells.get(4));
    }
}
