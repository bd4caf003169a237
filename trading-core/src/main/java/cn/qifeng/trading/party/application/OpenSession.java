package cn.qifeng.trading.party.application;

import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Opens the one session of a person who has proved who it is. */
@ApplicationScoped
class OpenSession {

    private final Logins logins;
    private final Directory directory;
    private final Tokens tokens;

    OpenSession(Logins logins, Directory directory, Tokens tokens) {
        this.logins = logins;
        this.directory = directory;
        this.tokens = tokens;
    }

    OpenedSession of(Person person, Optional<String> certificate) {
        var session = Session.open(person.id(), certificate, Instant.now());
        logins.open(session);
        return new OpenedSession(tokens.of(person, directory.rolesNow(person), session), person);
    }
}
