package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.LoginRefusal.SUSPENDED;
import static cn.qifeng.trading.party.domain.LoginRefusal.WRONG;

import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trading.party.domain.PasswordLogin;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.security.application.KeepSecurityEvents;
import cn.qifeng.trading.security.domain.SecurityEvent;
import cn.qifeng.trading.security.domain.SecurityEventKind;
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
    private final SlowLogins slowLogins;
    private final KeepSecurityEvents keep;

    LogInByPassword(
            People people,
            Logins logins,
            OneTimeCodes codes,
            OpenSession openSession,
            SlowLogins slowLogins,
            KeepSecurityEvents keep) {
        this.people = people;
        this.logins = logins;
        this.codes = codes;
        this.openSession = openSession;
        this.slowLogins = slowLogins;
        this.keep = keep;
    }

    /**
     * Opens a session; refuses with {@code login/wrong}, {@code login/locked} or, only after the right password and code,
     * {@code login/suspended}. A failure is remembered.
     */
    @Transactional(dontRollbackOn = Refused.class)
    public OpenedSession logIn(String account, String password, String totp) {
        slowLogins.enter(account);
        var person = people.of(account);
        Optional<PasswordLogin> found = person.flatMap(it -> logins.passwordOf(it.id()));
        if (found.isEmpty()) {
            passwords.matches(password.toCharArray(), nobodysHash);
            throw failed(person, WRONG, person.isEmpty() ? "unknown account" : "no password login");
        }
        var login = found.get();
        boolean passwordGood = passwords.matches(password.toCharArray(), login.passwordHash());
        var step = codes.stepOf(totp, login.totpSecret(), Instant.now(), login.lastStep());
        if (!passwordGood || step.isEmpty()) {
            throw failed(person, WRONG, passwordGood ? "wrong or used one-time code" : "wrong password");
        }
        logins.save(login.succeeded(step.getAsLong()));
        slowLogins.succeeded(account);
        if (!person.orElseThrow().active()) {
            throw failed(person, SUSPENDED, person.get().state().name());
        }
        return openSession.of(person.get(), Optional.empty());
    }

    /** What was typed as account is kept only when there is such an account: some type their password there. */
    private RuntimeException failed(Optional<Person> person, RefusalCode code, String why) {
        var event = SecurityEvent.of(SecurityEventKind.LOGIN_FAILED, Instant.now())
                .because(code.code())
                .saying(why);
        keep.refused(person.map(it -> event.by(it.id().value(), it.account())).orElse(event));
        return code.refused();
    }
}
