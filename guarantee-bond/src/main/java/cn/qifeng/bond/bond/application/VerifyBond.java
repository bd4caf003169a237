package cn.qifeng.bond.bond.application;

import cn.qifeng.bond.bond.domain.Examination;
import cn.qifeng.bond.bond.domain.Examination.Content;
import cn.qifeng.bond.bond.domain.SecuredLot;
import cn.qifeng.bond.bond.domain.SignedBond;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Verdict;
import cn.qifeng.kit.identity.Roots;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Verifies a bond (保函验真): the issuer's chain and signature, then the document against the published tender. */
@ApplicationScoped
public class VerifyBond {

    private static final String SIGNATURE = "电子签名法 §13";

    private final Roots roots;
    private final String issuer;

    VerifyBond(Roots roots, @ConfigProperty(name = "qifeng.issuer.uscc") String issuer) {
        this.roots = roots;
        this.issuer = issuer;
    }

    /** The finding about a bond that {@code bidder} brings for {@code lot}; the chain is judged at {@code now}. */
    public Verdict verify(SignedBond bond, SecuredLot lot, String bidder, Instant now) {
        try {
            var doc = CanonicalJson.decode(bond.doc().getBytes(StandardCharsets.UTF_8));
            var signed = new Statement(doc, bond.sig()).verify();
            roots.check(signed, now);
            if (!issuer.equals(signed.subject().uscc())) {
                return new Verdict.Failed("bond/unknown-issuer", SIGNATURE);
            }
            return Examination.of(content(Fields.of(doc).type("electronic-bond")), lot, bidder);
        } catch (Refused refused) {
            return new Verdict.Failed(refused.code().code(), SIGNATURE);
        }
    }

    private static Content content(Fields doc) {
        return new Content(
                doc.uuid("lot"),
                doc.object("applicant").text("uscc"),
                doc.object("beneficiary").text("uscc"),
                doc.integer("amountFen", 0, CanonicalJson.INTEGER_MAX),
                doc.moment("effectiveAt"),
                doc.moment("expireAt"),
                doc.bool("independent"));
    }
}
