package cn.qifeng.bond.issuer.web;

import cn.qifeng.bond.exchange.SignedMessage;
import cn.qifeng.bond.issuer.application.IssueBond;
import cn.qifeng.bond.issuer.domain.IssuerRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.identity.Roots;
import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the sandbox issuer takes the platform's signed requests. */
@Path("/sandbox/issuer/requests")
@PermitAll
class IssuerResource {

    private final IssueBond issueBond;
    private final Roots roots;
    private final LegalClock clock;
    private final RunningMode mode;
    private final String platform;

    IssuerResource(
            IssueBond issueBond,
            Roots roots,
            LegalClock clock,
            RunningMode mode,
            @ConfigProperty(name = "qifeng.platform.uscc") String platform) {
        this.issueBond = issueBond;
        this.roots = roots;
        this.clock = clock;
        this.mode = mode;
        this.platform = platform;
    }

    @POST
    public ObjectNode take(JsonNode body) {
        if (!mode.sandbox()) {
            throw IssuerRefusal.NO_SANDBOX.refused();
        }
        var message = SignedMessage.from(body);
        var signed = message.verify(Instant.now());
        roots.check(signed, clock.now());
        if (!platform.equals(signed.subject().uscc())) {
            throw new Refused(
                    IssuerRefusal.UNKNOWN_PLATFORM,
                    Facts.field("sign", signed.subject().uscc(), platform));
        }
        var order = UUID.fromString(message.orderNo());
        return switch (message.transactionCode()) {
            case SignedMessage.APPLY -> {
                issueBond.apply(order, message.data());
                yield CanonicalJson.object().put("status", "ACCEPTED");
            }
            case SignedMessage.FETCH -> issueBond.decision(order);
            default ->
                throw new Refused(
                        IssuerRefusal.UNKNOWN_TRANSACTION,
                        Facts.field("transactionCode", message.transactionCode(), "LG101, LG103"));
        };
    }
}
