package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_YOUR_HALF;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trust.secret.InvitationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The open invitation of a person (邀请): a code of two halves, each given out by another administrator, so that none of
 * them alone can take the account; whoever has both sets a password and one-time codes, or binds a certificate. Only
 * hashes of the halves are kept.
 *
 * @param totpSecret secret of the one-time codes that was shown with the code; counts once a code of it was given
 * @param endsAt machine time
 */
public record Invitation(PersonId person, Half first, Half second, Optional<String> totpSecret, Instant endsAt) {

    /** How long an invitation can be accepted. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** Who gives out a half (半码): the role of an administrator or the installer, and the hash once it was made. */
    public record Half(String by, Optional<String> hash) {

        public Half {
            Objects.requireNonNull(by, "by");
        }
    }

    /** An invitation without halves yet, which these two give out. */
    public static Invitation open(PersonId person, String firstBy, String secondBy, Instant now) {
        return new Invitation(
                person,
                new Half(firstBy, Optional.empty()),
                new Half(secondBy, Optional.empty()),
                Optional.empty(),
                now.plus(LIFE));
    }

    /** With a new half of this role; refuses a role that has no half of it with {@code party/not-your-half}. */
    public Invitation with(String role, String hash, Instant now) {
        var made = new Half(role, Optional.of(hash));
        if (first.by().equals(role)) {
            return new Invitation(person, made, second, totpSecret, now.plus(LIFE));
        }
        if (second.by().equals(role)) {
            return new Invitation(person, first, made, totpSecret, now.plus(LIFE));
        }
        throw NOT_YOUR_HALF.with(
                Facts.field("role", role, first.by() + "|" + second.by()).map());
    }

    /** With the secret of the one-time codes that is being shown. */
    public Invitation showing(String secret) {
        return new Invitation(person, first, second, Optional.of(secret), endsAt);
    }

    /** Whether both halves were given out. */
    public boolean complete() {
        return first.hash().isPresent() && second.hash().isPresent();
    }

    /** Whether these are its halves, in any order, and it has not ended. */
    public boolean fits(String one, String other, Instant now) {
        return complete() && now.isBefore(endsAt) && (fit(one, other) || fit(other, one));
    }

    private boolean fit(String one, String other) {
        return InvitationCode.matches(one, first.hash().orElseThrow())
                && InvitationCode.matches(other, second.hash().orElseThrow());
    }

    @Override
    public String toString() {
        return "Invitation[" + person + "]";
    }
}
