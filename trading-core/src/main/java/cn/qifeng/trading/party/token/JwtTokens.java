package cn.qifeng.trading.party.token;

import cn.qifeng.kit.access.Claims;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trading.party.application.Tokens;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.party.domain.Session;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Tokens signed with ES256 by the key {@code qifeng.token.private-key}; they live 15 minutes. */
@ApplicationScoped
public class JwtTokens implements Tokens {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final RunningMode mode;

    JwtTokens(RunningMode mode) {
        this.mode = mode;
    }

    @Override
    public Token of(Person person, Roles roles, Session session) {
        var claims = claims(person.id().toString(), roles.names())
                .claim(Claims.SESSION, session.id().toString());
        person.party().ifPresent(party -> claims.claim(Claims.PARTY, party.toString()));
        session.certificate().ifPresent(certificate -> claims.claim(Claims.CERTIFICATE, certificate));
        Instant end = Instant.now().plus(LIFE);
        return sign(claims, end.isAfter(session.endsAt()) ? session.endsAt() : end);
    }

    @Override
    public Token ofService(String name) {
        return sign(claims(name, Set.of(Role.SERVICE)), Instant.now().plus(LIFE));
    }

    private JwtClaimsBuilder claims(String subject, Set<String> roles) {
        return Jwt.issuer(Claims.ISSUER).subject(subject).groups(roles).claim(Claims.SANDBOX, mode.sandbox());
    }

    private static Token sign(JwtClaimsBuilder claims, Instant end) {
        Instant expiresAt = end.truncatedTo(ChronoUnit.SECONDS);
        String text = claims.issuedAt(Instant.now())
                .expiresAt(expiresAt)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .sign();
        return new Token(text, expiresAt);
    }
}
