package cn.qifeng.bond.bond.web;

import cn.qifeng.bond.bond.application.FollowApplications;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.exchange.SignedMessage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.identity.Roots;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where an issuer tells, by its signature, that it has decided; it names the application and nothing else. */
@Path("/api/bond/issuers/callbacks")
@PermitAll
class CallbackResource {

    private final FollowApplications followApplications;
    private final Roots roots;
    private final LegalClock clock;
    private final String issuer;

    CallbackResource(
            FollowApplications followApplications,
            Roots roots,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.issuer.uscc") String issuer) {
        this.followApplications = followApplications;
        this.roots = roots;
        this.clock = clock;
        this.issuer = issuer;
    }

    @POST
    public void decided(JsonNode body) {
        var message = SignedMessage.from(body);
        var signed = message.verify(Instant.now());
        roots.check(signed, clock.now());
        if (!issuer.equals(signed.subject().uscc())) {
            throw new Refused(
                    BondRefusal.BAD_CALLBACK,
                    Facts.field("sign", signed.subject().uscc(), issuer));
        }
        if (!SignedMessage.DECIDED.equals(message.transactionCode())) {
            throw new Refused(
                    BondRefusal.BAD_CALLBACK,
                    Facts.field("transactionCode", message.transactionCode(), SignedMessage.DECIDED));
        }
        followApplications.follow(
                new BondId(message.data().exactly("applicationId").uuid("applicationId")));
    }
}
