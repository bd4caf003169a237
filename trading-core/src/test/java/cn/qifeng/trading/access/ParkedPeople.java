package cn.qifeng.trading.access;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.BoundCertificates;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.PersonState;
import cn.qifeng.trading.party.domain.RoleGrant;
import cn.qifeng.trading.party.domain.RoleGrants;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trust.cert.Certificates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts people, grants of roles and bound certificates straight into a state, for the three administrators to act on. */
@ApplicationScoped
class ParkedPeople {

    static final List<String> PEOPLE =
            List.of("PERSON_UNKNOWN", "PERSON_REGISTERED", "PERSON_ACTIVE", "PERSON_LOCKED", "PERSON_PROPOSED");
    static final List<String> GRANTS = List.of("GRANT_UNKNOWN", "GRANT_WAITING", "GRANT_GRANTED", "GRANT_REFUSED");
    static final List<String> CERTIFICATES = List.of("CERTIFICATE_UNKNOWN", "CERTIFICATE_BOUND", "CERTIFICATE_ENDED");

    private static final String SYSTEM = "system-admin";
    private static final String SECURITY = "security-admin";
    private static final String AUDIT = "audit-admin";

    private final Directory directory;
    private final People people;
    private final RoleGrants grants;
    private final BoundCertificates certificates;

    ParkedPeople(Directory directory, People people, RoleGrants grants, BoundCertificates certificates) {
        this.directory = directory;
        this.people = people;
        this.grants = grants;
        this.certificates = certificates;
    }

    /** What an administrator asks about somebody in this phase; {@code own} where deciding about them is its part. */
    Request request(String endpoint, String actor, String phase, boolean own) {
        var admin = directory.account(actor).orElseThrow();
        var token =
                TestTokens.of(admin.id().value(), admin.party().orElseThrow().value(), null, actor);
        return switch (endpoint) {
            case "GET /api/core/people/{id}/certificates" -> Request.to(path(endpoint, admin.id()), token);
            case "POST /api/core/people/{id}/invitation" ->
                Request.to(path(endpoint, person(phase, invited(actor, own))), token)
                        .with("{}");
            case "POST /api/core/people/{id}/lock" ->
                Request.to(path(endpoint, person(phase, locked(actor, own))), token)
                        .with("{\"locked\":%s,\"reason\":\"离岗\"}".formatted(!phase.equals("PERSON_LOCKED")));
            case "PUT /api/core/people/{id}/roles" ->
                Request.to(path(endpoint, own ? person(phase, "") : admin.id()), token)
                        .with("{\"roles\":[\"%s\"]}".formatted(own ? "expert" : SECURITY));
            case "POST /api/core/role-grants/{id}/verdict" ->
                Request.to(path(endpoint, grant(phase, own == actor.equals(SYSTEM) ? AUDIT : SYSTEM)), token)
                        .with("{\"agreed\":true}");
            case "POST /api/core/people/{id}/certificates/{certificate}/end" -> {
                var holder = person("PERSON_ACTIVE", "");
                var path = path(endpoint, holder).replace("{certificate}", certificate(phase, holder));
                yield Request.to(path, token).with("{\"reason\":\"遗失\"}");
            }
            default -> throw new IllegalArgumentException(endpoint);
        };
    }

    private static String path(String endpoint, Object id) {
        return endpoint.split(" ")[1].replace("{id}", id.toString());
    }

    /** Role of a person of whose invitation this administrator gives out a half, or not. */
    private static String invited(String actor, boolean own) {
        if (actor.equals(AUDIT)) {
            return own ? SECURITY : "";
        }
        return own ? "" : actor;
    }

    /** Role of a person whom this administrator may lock, or not. */
    private static String locked(String actor, boolean own) {
        if (actor.equals(AUDIT)) {
            return own ? SECURITY : "";
        }
        return own ? "" : AUDIT;
    }

    /** A new person with this role, or none; nobody where the person is to be unknown. */
    private PersonId person(String phase, String role) {
        var id = PersonId.random();
        var state = switch (phase) {
            case "PERSON_LOCKED" -> PersonState.LOCKED;
            case "PERSON_REGISTERED", "PERSON_PROPOSED" -> PersonState.REGISTERED;
            default -> PersonState.ACTIVE;
        };
        var roles = role.isEmpty() ? Roles.none() : Roles.of(role);
        if (!phase.equals("PERSON_UNKNOWN")) {
            QuarkusTransaction.requiringNew().run(() -> {
                people.save(new Person(
                        id,
                        "p" + id.toString().substring(0, 13),
                        "卓" + id.toString().substring(0, 8),
                        Optional.empty(),
                        roles,
                        Optional.empty(),
                        state,
                        Optional.of("离岗").filter(reason -> state == PersonState.LOCKED)));
                if (phase.equals("PERSON_PROPOSED")) {
                    grants.save(proposed(UUID.randomUUID(), id));
                }
            });
        }
        return id;
    }

    private RoleGrant proposed(UUID id, PersonId person) {
        var proposer = directory.account(SECURITY).orElseThrow().id();
        return RoleGrant.propose(id, person, Roles.none(), proposer, Instant.now());
    }

    /** A grant that takes this administrator's role away, as far as the phase says. */
    private UUID grant(String phase, String role) {
        var id = UUID.randomUUID();
        if (!phase.equals("GRANT_UNKNOWN")) {
            var proposed = proposed(id, person("PERSON_ACTIVE", role));
            var judge = PersonId.random();
            var grant = switch (phase) {
                case "GRANT_GRANTED" -> proposed.grant(judge, Instant.now());
                case "GRANT_REFUSED" -> proposed.refuse(judge, "不必", Instant.now());
                default -> proposed;
            };
            QuarkusTransaction.requiringNew().run(() -> grants.save(grant));
        }
        return id;
    }

    private String certificate(String phase, PersonId holder) {
        var name = "卓" + holder.toString().substring(0, 8);
        var made = SandboxCertificates.of(name, SandboxCertificates.freshCode()).certificate();
        var bound = new BoundCertificate(
                Certificates.id(made),
                holder,
                Certificates.der(made),
                made.getNotBefore().toInstant(),
                made.getNotAfter().toInstant(),
                Instant.now(),
                Optional.empty(),
                Optional.empty());
        if (!phase.equals("CERTIFICATE_UNKNOWN")) {
            var kept = phase.equals("CERTIFICATE_ENDED") ? bound.ended(Instant.now()) : bound;
            QuarkusTransaction.requiringNew().run(() -> certificates.save(kept));
        }
        return bound.id();
    }
}
