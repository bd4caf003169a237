package cn.qifeng.trading.party.application;

import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Session;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Opens the one session of a person who has proved who it is. */
@ApplicationScoped
class OpenSession {

    private final Logins logins;
    private final Directory directory;
    private final Tokens tokens;
    private final KeepSecurityEvents keep;

    OpenSession(Logins logins, Directory directory, Tokens tokens, KeepSecurityEvents keep) {
        this.logins = logins;
        this.directory = directory;
        this.tokens = tokens;
        this.keep = keep;
    }

    OpenedSession of(Person person, Optional<String> certificate) {
        var session = Session.open(person.id(), certificate, Instant.now());
        logins.open(session);
        keep.done(SecurityEvent.of(SecurityEventKind.LOGIN_SUCCEEDED, Instant.now())
                .by(person.id().value(), person.account())
                .saying(certificate.map(id -> "certificate " + id).orElse("password and one-time code")));
        return new OpenedSession(tokens.of(person, directory.rolesNow(person), session), person);
    }
}
