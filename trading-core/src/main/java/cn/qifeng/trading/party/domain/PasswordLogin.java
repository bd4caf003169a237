package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PersonId;

/**
 * How a person logs in without a certificate (口令登录).
 *
 * @param passwordHash Argon2id in its text form
 * @param totpSecret shared secret of RFC 6238, base32
 * @param lastStep the last time step whose code was used; each code counts once
 */
public record PasswordLogin(PersonId person, String passwordHash, String totpSecret, long lastStep) {

    /** After a good login at this time step. */
    public PasswordLogin succeeded(long step) {
        return new PasswordLogin(person, passwordHash, totpSecret, step);
    }

    @Override
    public String toString() {
        return "PasswordLogin[" + person + "]";
    }
}
