package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.LoginRefusal.WRONG;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trading.party.domain.PasswordLogin;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trust.secret.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Logs staff in by password and one-time code (口令登录). A wrong account costs as much time as a wrong password. */
@ApplicationScoped
public class LogInByPassword {

    private final Passwords passwords = new Passwords(new SecureRandom());
    private final String nobodysHash = passwords.hash("nobody has this".toCharArray());
    private final People people;
    private final Logins logins;
    private final OneTimeCodes codes;
    private final OpenSession openSession;

    LogInByPassword(People people, Logins logins, OneTimeCodes codes, OpenSession openSession) {
        this.people = people;
        this.logins = logins;
        this.codes = codes;
        this.openSession = openSession;
    }

    /** Opens a session; refuses with {@code login/wrong} or {@code login/locked}. A failure is remembered. */
    @Transactional(dontRollbackOn = Refused.class)
    public OpenedSession logIn(String account, String password, String totp) {
        Instant now = Instant.now();
        var person = people.of(account);
        Optional<PasswordLogin> found = person.flatMap(it -> logins.passwordOf(it.id()));
        if (found.isEmpty()) {
            passwords.matches(password.toCharArray(), nobodysHash);
            throw WRONG.refused();
        }
        var login = found.get();
        login.attempts().requireOpen(now);
        boolean passwordGood = passwords.matches(password.toCharArray(), login.passwordHash());
        var step = codes.stepOf(totp, login.totpSecret(), now, login.lastStep());
        if (!passwordGood || step.isEmpty()) {
            logins.save(login.with(login.attempts().failed(now)));
            throw WRONG.refused();
        }
        logins.save(login.succeeded(step.getAsLong()));
        return openSession.of(person.orElseThrow(), Optional.empty());
    }
}
