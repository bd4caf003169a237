package cn.qifeng.trading.access;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.testkit.access.Request;
import cn.qifeng.trading.party.domain.Invitation;
import cn.qifeng.trading.party.domain.Invitations;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.secret.InvitationCode;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts people with invitations straight into a state; the invited person then shows both halves of the code. */
@ApplicationScoped
class ParkedInvitations {

    static final List<String> PHASES =
            List.of("INVITATION_NONE", "INVITATION_HALF", "INVITATION_WHOLE", "INVITATION_ENDED", "INVITATION_USED");

    private static final String GIVER = "system-admin";
    private static final String OTHER_GIVER = "security-admin";

    private final People people;
    private final Invitations invitations;
    private final OneTimeCodes codes;
    private final SecureRandom random = new SecureRandom();

    ParkedInvitations(People people, Invitations invitations, OneTimeCodes codes) {
        this.people = people;
        this.invitations = invitations;
        this.codes = codes;
    }

    /** What an invited person sends in this phase. */
    Request request(String endpoint, String phase) {
        var account = "p" + UUID.randomUUID().toString().substring(0, 13);
        var name = "景" + account;
        var first = InvitationCode.newHalf(random);
        var second = InvitationCode.newHalf(random);
        var secret = codes.newSecret();
        var invited = PersonId.random();
        QuarkusTransaction.requiringNew().run(() -> {
            people.save(Person.registered(invited, account, name, Optional.empty(), Optional.empty()));
            invitation(phase, invited, first, second, secret).ifPresent(invitations::save);
            if (phase.equals("INVITATION_USED")) {
                invitations.end(invited);
            }
        });
        var form = CanonicalJson.object()
                .put("account", account)
                .put("first", first)
                .put("second", second);
        if (endpoint.endsWith("/password")) {
            form.put("password", "Long-7-enough-" + account).put("totp", codes.codeAt(secret, Instant.now()));
        }
        if (endpoint.endsWith("/certificate")) {
            form.set("statement", acceptance(account, name, first));
        }
        return Request.to(endpoint.split(" ")[1], null).with(form.toString());
    }

    private static Optional<Invitation> invitation(
            String phase, PersonId invited, String first, String second, String secret) {
        if (phase.equals("INVITATION_NONE")) {
            return Optional.empty();
        }
        var made = phase.equals("INVITATION_ENDED") ? Instant.now().minus(Invitation.LIFE) : Instant.now();
        var half = Invitation.open(invited, GIVER, OTHER_GIVER, made)
                .with(GIVER, InvitationCode.hash(first), made.minus(Duration.ofMillis(1)));
        return Optional.of(
                phase.equals("INVITATION_HALF")
                        ? half
                        : half.with(OTHER_GIVER, InvitationCode.hash(second), made)
                                .showing(secret));
    }

    private static ObjectNode acceptance(String account, String name, String first) {
        var doc = CanonicalJson.object()
                .put("type", "invitation-acceptance")
                .put("v", 1)
                .put("account", account)
                .put("invitation", InvitationCode.hash(first));
        return Statement.of(doc, SigningKey.of(SandboxCertificates.of(name, SandboxCertificates.freshCode())))
                .toJson();
    }
}
