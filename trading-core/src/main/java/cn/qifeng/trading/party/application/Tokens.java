package cn.qifeng.trading.party.application;

import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.party.domain.Session;
import java.time.Instant;

/** Signs the platform's short-lived tokens (令牌). */
public interface Tokens {

    /** A token of a person's session with the roles that count now. */
    Token of(Person person, Roles roles, Session session);

    /** A token of a service of the platform. */
    Token ofService(String name);

    /** A signed token and the end of its life by machine time. */
    record Token(String text, Instant expiresAt) {}
}
