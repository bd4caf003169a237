package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.LoginRefusal.WRONG;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trading.party.domain.PasswordLogin;
import cn.qifeng.trading.party.domain.PasswordRule;
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

/**
 * Staff change their own password (修改密码). Password and a one-time code are asked for again, so that a desk left open
 * is not enough; tries are slowed as log ins are.
 */
@ApplicationScoped
public class ChangePassword {

    private final Passwords passwords = new Passwords(new SecureRandom());
    private final People people;
    private final Logins logins;
    private final OneTimeCodes codes;
    private final SlowLogins slowLogins;
    private final KeepSecurityEvents keep;
    private final Announce announce;

    ChangePassword(
            People people,
            Logins logins,
            OneTimeCodes codes,
            SlowLogins slowLogins,
            KeepSecurityEvents keep,
            Announce announce) {
        this.people = people;
        this.logins = logins;
        this.codes = codes;
        this.slowLogins = slowLogins;
        this.keep = keep;
        this.announce = announce;
    }

    /**
     * Puts a new password in the place of the present one; the one-time codes stay.
     *
     * @throws cn.qifeng.kernel.Refused {@code login/wrong} for a wrong password or code, and for whoever logs in by
     *     certificate only; {@code login/locked} after too many tries; {@code party/weak-password}
     */
    @Transactional
    public void change(PersonId id, String present, String totp, String wanted) {
        var person = people.of(id).orElseThrow(WRONG::refused);
        slowLogins.enter(person.account());
        var login = logins.passwordOf(id).orElseThrow(() -> failed(person, "no password login"));
        if (!passwords.matches(present.toCharArray(), login.passwordHash())) {
            throw failed(person, "wrong password");
        }
        long step = codes.stepOf(totp, login.totpSecret(), Instant.now(), login.lastStep())
                .orElseThrow(() -> failed(person, "wrong or used one-time code"));
        PasswordRule.require(wanted, person.account());
        logins.save(new PasswordLogin(id, passwords.hash(wanted.toCharArray()), login.totpSecret(), step));
        slowLogins.succeeded(person.account());
        announce.person(SecurityEventKind.PASSWORD_CHANGED, person, id, "");
    }

    private RuntimeException failed(Person person, String why) {
        keep.refused(SecurityEvent.of(SecurityEventKind.LOGIN_FAILED, Instant.now())
                .by(person.id().value(), person.account())
                .because(WRONG.code())
                .saying(why));
        return WRONG.refused();
    }
}
