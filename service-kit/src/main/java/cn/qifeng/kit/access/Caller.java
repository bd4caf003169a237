package cn.qifeng.kit.access;

import static cn.qifeng.kit.access.AccessRefusal.CERTIFICATE_REQUIRED;
import static cn.qifeng.kit.access.AccessRefusal.NOT_YOURS;
import static cn.qifeng.kit.access.AccessRefusal.PARTY_REQUIRED;
import static cn.qifeng.kit.access.AccessRefusal.ROLE_REQUIRED;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls (调用者), as its verified token says. One per request. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** Whether the request came without a token. */
    public boolean anonymous() {
        return token.getSubject() == null;
    }

    /** The subject of the token: a person's id or a service's name; empty without a token. */
    public Optional<String> subject() {
        return Optional.ofNullable(token.getSubject());
    }

    /** The person; throws {@link UnauthorizedException} (401) without a person's token. */
    public PersonId personId() {
        if (anonymous() || has(Role.SERVICE)) {
            throw new UnauthorizedException("no person");
        }
        return PersonId.of(token.getSubject());
    }

    /** The party for which the person acts, if any. */
    public Optional<PartyId> party() {
        return Optional.ofNullable(token.<String>getClaim(Claims.PARTY)).map(PartyId::of);
    }

    /** The party for which the person acts; refuses persons without one with {@code access/party-required}. */
    public PartyId partyId() {
        return party().orElseThrow(PARTY_REQUIRED::refused);
    }

    /** Roles of the token; empty for the anonymous. */
    public Set<String> roles() {
        Set<String> groups = anonymous() ? null : token.getGroups();
        return groups == null ? Set.of() : Set.copyOf(groups);
    }

    /** Whether the caller has this role, one of {@link Role}. */
    public boolean has(String role) {
        return roles().contains(role);
    }

    /** Refuses with {@code access/role-required} unless the caller has one of these roles; 401 for the anonymous. */
    public void require(String... anyOf) {
        if (anonymous()) {
            throw new UnauthorizedException("no token");
        }
        if (Arrays.stream(anyOf).noneMatch(this::has)) {
            throw ROLE_REQUIRED.with(
                    Facts.field("role", roles(), String.join("|", anyOf)).map());
        }
    }

    /** Refuses with {@code access/not-yours} unless the caller acts for this party. */
    public void requireParty(PartyId owner) {
        if (!party().map(owner::equals).orElse(false)) {
            throw NOT_YOURS.refused();
        }
    }

    /** Refuses with {@code access/not-yours} unless the caller is this person. */
    public void requirePerson(PersonId owner) {
        if (!personId().equals(owner)) {
            throw NOT_YOURS.refused();
        }
    }

    /** Refuses with {@code access/not-yours} unless the caller is the service of this name. */
    public void requireService(String name) {
        if (!has(Role.SERVICE) || !subject().filter(name::equals).isPresent()) {
            throw NOT_YOURS.refused();
        }
    }

    /** Id of the certificate that opened the session, 64 hex digits; refuses other sessions. */
    public String certificateId() {
        return certificate().orElseThrow(CERTIFICATE_REQUIRED::refused);
    }

    /** Id of the certificate that opened the session, 64 hex digits; empty after a login by password. */
    public Optional<String> certificate() {
        return Optional.ofNullable(token.getClaim(Claims.CERTIFICATE));
    }

    /** The session from which the token comes; empty for services and the anonymous. */
    public Optional<UUID> session() {
        return Optional.ofNullable(token.<String>getClaim(Claims.SESSION)).map(UUID::fromString);
    }
}
