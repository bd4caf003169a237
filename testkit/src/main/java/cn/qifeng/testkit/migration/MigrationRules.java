package cn.qifeng.testkit.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds between the migrations for PostgreSQL and for Oracle (CONTRIBUTING.md, "Habits"); each service extends
 * this. No Oracle runs here: see {@link Schema} for what that leaves open.
 */
public abstract class MigrationRules {

    private static final Path KIT = Path.of("..", "service-kit", "src", "main", "resources", "db");
    private static final Path OWN = Path.of("src", "main", "resources", "db");

    /** Reserved in Oracle (V$RESERVED_WORDS, RESERVED = 'Y'): no plain name of a table or column. */
    private static final Set<String> RESERVED = Set.of(("access add all alter and any as asc audit between by char"
                    + " check cluster column comment compress connect create current date decimal default delete desc"
                    + " distinct drop else exclusive exists file float for from grant group having identified"
                    + " immediate in increment index initial insert integer intersect into is level like lock long"
                    + " maxextents minus mlslabel mode modify noaudit nocompress not nowait null number of offline on"
                    + " online option or order pctfree prior public raw rename resource revoke row rowid rownum rows"
                    + " select session set share size smallint start successful synonym sysdate table then to trigger"
                    + " uid union unique update user validate values varchar varchar2 view whenever where with")
            .split(" "));

    private static final Pattern OF_POSTGRESQL = Pattern.compile(
            "(?i)\\b(bytea|text|uuid|boolean|bigint|integer|jsonb?|serial|varchar)\\b|::|\\bvarchar2\\(\\d+\\)");

    @Test
    void bothDatabasesHaveTheSameMigrations() {
        assertThat(names("oracle")).isNotEmpty().isEqualTo(names("postgresql"));
    }

    @Test
    void bothDatabasesComeToTheSameTables() throws SQLException {
        var postgresql = Schema.of("PostgreSQL", all("postgresql"));
        var oracle = Schema.of("Oracle", all("oracle"));

        assertThat(oracle.columns()).isNotEmpty().containsExactlyEntriesOf(postgresql.columns());
        assertThat(oracle.keys()).isNotEmpty().containsExactlyEntriesOf(postgresql.keys());
    }

    @Test
    void noNameIsReservedInOracle() throws SQLException {
        var names = Schema.of("Oracle", all("oracle")).columns().keySet().stream()
                .flatMap(column -> Stream.of(column.split("\\.")));

        assertThat(names).isNotEmpty().doesNotContainAnyElementsOf(RESERVED);
    }

    @Test
    void noReservedWordNamesAColumnOnItsWay() {
        var column = Pattern.compile("(?m)^ *([a-z_]+) +(varchar2|number|clob|blob|raw|date|timestamp)\\b");
        var named = all("oracle").stream()
                .flatMap(migration -> migration.statements().stream())
                .flatMap(statement -> column.matcher(statement).results().map(found -> found.group(1)));

        assertThat(named).isNotEmpty().doesNotContainAnyElementsOf(RESERVED);
    }

    @Test
    void oracleIsSpokenToInItsOwnTypes() {
        assertThat(all("oracle"))
                .allSatisfy(migration -> assertThat(migration.statements())
                        .noneMatch(statement ->
                                OF_POSTGRESQL.matcher(quotesOut(statement)).find()));
    }

    private static String quotesOut(String statement) {
        return statement.replaceAll("'[^']*'", "''");
    }

    private static List<MigrationFile> all(String database) {
        return Stream.of(KIT.resolve(database + "-kit"), OWN.resolve(database))
                .flatMap(folder -> MigrationFile.of(folder).stream())
                .toList();
    }

    private static List<String> names(String database) {
        return all(database).stream().map(MigrationFile::name).toList();
    }
}
