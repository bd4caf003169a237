package cn.qifeng.trading.party.application;

import static cn.qifeng.kit.access.AccessRefusal.SESSION_ENDED;
import static cn.qifeng.trading.party.domain.LoginRefusal.SESSION_TOO_OLD;

import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.Session;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Gives an open session a new short token, with the roles that count now, for up to eight hours. */
@ApplicationScoped
public class RenewSession {

    private final Logins logins;
    private final Directory directory;
    private final Tokens tokens;
    private final KeepSecurityEvents keep;

    RenewSession(Logins logins, Directory directory, Tokens tokens, KeepSecurityEvents keep) {
        this.logins = logins;
        this.directory = directory;
        this.tokens = tokens;
        this.keep = keep;
    }

    /** Refuses a session that another login ended, or that is eight hours old. */
    @Transactional
    public OpenedSession renew(UUID id) {
        var session = open(id);
        if (!Instant.now().isBefore(session.endsAt())) {
            throw SESSION_TOO_OLD.refused();
        }
        var person = directory.person(session.person());
        return new OpenedSession(tokens.of(person, directory.rolesNow(person), session), person);
    }

    /** Refuses with {@code access/session-ended} unless this is the person's one open session. */
    @Transactional
    public Session open(UUID id) {
        return logins.session(id).orElseThrow(SESSION_ENDED::refused);
    }

    /** Ends the session (退出登录). */
    @Transactional
    public void close(UUID id) {
        logins.session(id).ifPresent(session -> {
            var person = directory.person(session.person());
            keep.done(SecurityEvent.of(SecurityEventKind.LOGGED_OUT, Instant.now())
                    .by(person.id().value(), person.account()));
        });
        logins.close(id);
    }
}
