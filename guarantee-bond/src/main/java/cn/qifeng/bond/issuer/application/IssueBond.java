package cn.qifeng.bond.issuer.application;

import cn.qifeng.bond.issuer.domain.ElectronicBond;
import cn.qifeng.bond.issuer.domain.IssuerRefusal;
import cn.qifeng.bond.issuer.domain.Issues;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.identity.Identities;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sandbox issuer decides on an application: it issues to whoever has a credit code, and declines the rest. */
@ApplicationScoped
public class IssueBond {

    private static final int NUMBER_BYTES = 6;

    private final Issues issues;
    private final Identities identities;
    private final LegalClock clock;
    private final Subject issuer;
    private final SecureRandom random = new SecureRandom();

    IssueBond(
            Issues issues,
            Identities identities,
            LegalClock clock,
            @ConfigProperty(name = "qifeng.issuer.name") String name,
            @ConfigProperty(name = "qifeng.issuer.uscc") String uscc) {
        this.issues = issues;
        this.identities = identities;
        this.clock = clock;
        this.issuer = new Subject(name, name, uscc);
    }

    /** Decides; the same application again changes nothing. */
    @Transactional
    public void apply(UUID order, Fields application) {
        if (!application.uuid("applicationId").equals(order)) {
            throw new Refused(
                    IssuerRefusal.BAD_APPLICATION,
                    Facts.field("applicationId", application.text("applicationId"), order));
        }
        if (issues.of(order).isEmpty()) {
            issues.add(order, decision(application));
        }
    }

    /** What LG103 answers. */
    @Transactional
    public ObjectNode decision(UUID order) {
        return issues.of(order).orElseGet(() -> CanonicalJson.object().put("status", "UNDER_REVIEW"));
    }

    private ObjectNode decision(Fields application) {
        if (!Uscc.isValid(application.text("socialCreditCode"))) {
            return CanonicalJson.object().put("status", "DECLINED").put("reason", "统一社会信用代码校验不通过");
        }
        var number = new byte[NUMBER_BYTES];
        random.nextBytes(number);
        var bondNo = "QFBH" + Hex.encode(number).toUpperCase(java.util.Locale.ROOT);
        var doc = ElectronicBond.of(application, bondNo, issuer, clock.now());
        var decision = CanonicalJson.object().put("status", "ISSUED");
        decision.set(
                "bond",
                Statement.of(doc, identities.of("sandbox-issuer", issuer)).toJson());
        return decision;
    }
}
