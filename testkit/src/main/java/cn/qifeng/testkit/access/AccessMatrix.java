package cn.qifeng.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Door.Outcome;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each service extends this in a test of its own: every resource method and WebSocket has a row in {@code
 * src/test/resources/access-matrix.csv}, and the row is fired at the running service. Every role is let in or turned
 * away; of the right role, whoever the thing does not belong to is refused with the code of the row and the owner is
 * not; and in every phase but those of the row the owner is refused with one of its codes.
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
            "sub-site",
            "trustee",
            "issuer",
            "system-admin",
            "security-admin",
            "audit-admin",
            "service");

    @TestHTTPResource("/")
    URI address;

    private final Map<String, Endpoint> endpoints = Endpoints.in(Path.of("target", "classes")).stream()
            .collect(Collectors.toMap(Endpoint::key, it -> it, (one, same) -> one, TreeMap::new));
    private final Map<String, Row> rows = Row.read(getClass().getResourceAsStream("/access-matrix.csv"));

    /** Somebody of each role. */
    private final Map<String, String> tokens = new HashMap<>();

    /** The things of this service. */
    protected abstract World world();

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        assertThat(rows.keySet())
                .as("rows of access-matrix.csv")
                .containsExactlyInAnyOrderElementsOf(endpoints.keySet());
    }

    @Test
    void everyRowNamesKnownRolesAndPhasesOfOneFamily() {
        assertThat(spread()).allSatisfy(row -> {
            assertThat(row.roles()).allMatch(AccessMatrix::known);
            assertThat(row.phased() ? family(row) : row.phases()).isNotEmpty();
        });
    }

    @Test
    void everyRoleIsLetInOrTurnedAwayAsItsRowSays() {
        var door = new Door(address);
        var wrong = new ArrayList<String>();
        rows.forEach((key, row) -> judgeRoles(door, endpoints.get(key), row).ifPresent(wrong::add));

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatBelongsToSomebodyElseIsRefusedAndTheOwnerPasses() {
        var door = new Door(address);
        var wrong = new ArrayList<String>();
        for (Row row : spread()) {
            if (row.owned()) {
                judgeOwners(door, row, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void outsideItsPhasesAnActIsRefusedAndInsideItPasses() {
        var door = new Door(address);
        var wrong = new ArrayList<String>();
        for (Row row : spread()) {
            if (row.phased()) {
                judgePhases(door, row, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<Row> spread() {
        return rows.values().stream().map(row -> row.spread(world().phases())).toList();
    }

    private void judgeOwners(Door door, Row row, List<String> wrong) {
        var seen = new TreeSet<String>();
        for (String owner : row.owners()) {
            for (String phase : row.phasesOf(owner)) {
                var stranger = ask(door, row, owner, phase, false, true);
                seen.add(stranger.code());
                if (!row.othersGet().contains(stranger.code())) {
                    wrong.add("%s of somebody else's in %s, by %s: %s".formatted(row.key(), phase, owner, stranger));
                }
            }
            var first = row.phasesOf(owner).iterator().next();
            passes(row, owner, first, ask(door, row, owner, first, true, false)).ifPresent(wrong::add);
        }
        if (!seen.containsAll(row.othersGet())) {
            wrong.add(row.key() + " never refused others with all of " + row.othersGet() + ", only with " + seen);
        }
    }

    private void judgePhases(Door door, Row row, List<String> wrong) {
        var seen = new TreeSet<String>();
        for (String actor : row.actors()) {
            var right = row.phasesOf(actor);
            for (String phase : right) {
                passes(row, actor, phase, ask(door, row, actor, phase, true, false))
                        .ifPresent(wrong::add);
            }
            for (String phase : family(row)) {
                if (!right.contains(phase)) {
                    var answer = ask(door, row, actor, phase, true, true);
                    seen.add(answer.code());
                    if (!row.elseGet().contains(answer.code())) {
                        wrong.add("%s in %s, by %s: %s".formatted(row.key(), phase, actor, answer));
                    }
                }
            }
        }
        if (!seen.containsAll(row.elseGet())) {
            wrong.add(row.key() + " never refused with all of " + row.elseGet() + ", only with " + seen);
        }
    }

    private Door.Answer ask(Door door, Row row, String actor, String phase, boolean own, boolean kept) {
        return door.ask(endpoints.get(row.key()), world().request(row.key(), actor, phase, own, kept));
    }

    private static Optional<String> passes(Row row, String actor, String phase, Door.Answer answer) {
        boolean passed = answer.described()
                && answer.status() != 401
                && !row.refusesWith(answer.code())
                && !answer.code().startsWith("access/");
        return passed
                ? Optional.empty()
                : Optional.of("%s in %s does not let %s pass: %s".formatted(row.key(), phase, actor, answer));
    }

    private List<String> family(Row row) {
        return world().phases().stream()
                .filter(phases -> phases.containsAll(row.phaseNames()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no family has the phases of " + row.key()));
    }

    private Optional<String> judgeRoles(Door door, Endpoint endpoint, Row row) {
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

    private String token(String role) {
        return tokens.computeIfAbsent(
                role, it -> it.equals("service") ? TestTokens.ofService("guarantee-bond") : TestTokens.of(it));
    }

    private static boolean known(String role) {
        return role.equals("public") || role.equals("*") || ROLES.contains(role);
    }
}
