package cn.qifeng.testkit.access;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * An endpoint as the access matrix has it (访问矩阵条目), for tests that try all of them.
 *
 * @param method HTTP method, or {@code WS}
 * @param path template, such as {@code /api/core/lots/{lot}/opening}
 * @param roles {@code public}, {@code *}, {@code service} or names of roles
 */
public record Doorway(String method, String path, Set<String> roles) {

    /** Every row of an access matrix. */
    public static List<Doorway> in(InputStream csv) {
        return Row.read(csv).values().stream()
                .map(row -> new Doorway(row.method(), row.path(), row.roles()))
                .toList();
    }
}
