package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What logging in needs to remember (登录记录). */
public interface Logins {

    /** The password login of a person, locked against a second try at the same time. */
    Optional<PasswordLogin> passwordOf(PersonId person);

    void save(PasswordLogin login);

    /** Who logs in by password. */
    Set<PersonId> withPassword();

    /** Ends whatever session the person has. */
    void closeOf(PersonId person);

    /** Opens a session and ends the person's former one. */
    void open(Session session);

    Optional<Session> session(UUID id);

    void close(UUID session);

    /** Remembers a challenge until it ends. */
    void remember(String challenge, Instant endsAt);

    /** Whether the challenge was given and has not ended; true only once for each. */
    boolean take(String challenge, Instant now);
}
