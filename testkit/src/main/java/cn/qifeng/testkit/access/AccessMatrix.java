package cn.qifeng.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Door.Outcome;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each service extends this in a test of its own: every resource method and WebSocket has a row in {@code
 * src/test/resources/access-matrix.csv}, and every role is let in or turned away as the row says. What belongs to
 * whom, and when, is tested by the capabilities; their refusals have codes of their own.
 */
public abstract class AccessMatrix {

    private static final List<String> ROLES = List.of(
            "procuring-entity",
            "agency",
            "bidder",
            "expert",
            "award-committee",
            "supervisor",
            "centre",
            "trustee",
            "issuer",
            "system-admin",
            "security-admin",
            "audit-admin",
            "service");

    @TestHTTPResource("/")
    URI address;

    private final Set<Endpoint> endpoints = Endpoints.in(Path.of("target", "classes"));
    private final Map<String, Row> rows = Row.read(getClass().getResourceAsStream("/access-matrix.csv"));

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        var keys = endpoints.stream().map(Endpoint::key).collect(Collectors.toSet());

        assertThat(rows.keySet()).as("rows of access-matrix.csv").containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void everyRowNamesKnownRoles() {
        assertThat(rows.values()).allSatisfy(row -> assertThat(row.roles()).allMatch(AccessMatrix::known));
    }

    @Test
    void everyRoleIsLetInOrTurnedAwayAsItsRowSays() {
        var door = new Door(address);
        var wrong = new ArrayList<String>();
        for (Endpoint endpoint : endpoints) {
            var row = rows.get(endpoint.key());
            if (row != null) {
                judge(door, endpoint, row).ifPresent(wrong::add);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> judge(Door door, Endpoint endpoint, Row row) {
        var wrong = new ArrayList<String>();
        if ((door.knock(endpoint, null) == Outcome.LET_IN) != row.open()) {
            wrong.add("nobody");
        }
        for (String role : ROLES) {
            if (row.judges(role) && (door.knock(endpoint, token(role)) == Outcome.LET_IN) != row.allows(role)) {
                wrong.add(role);
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(endpoint.key() + ": not as the row says for " + wrong);
    }

    private static String token(String role) {
        return role.equals("service") ? TestTokens.ofService("guarantee-bond") : TestTokens.of(role);
    }

    private static boolean known(String role) {
        return role.equals("public") || role.equals("*") || ROLES.contains(role);
    }
}
