package cn.qifeng.trust.cert;

import cn.qifeng.trust.TrustRefusal;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Whom a certificate names (证书主体): CN person or unit, O organisation, 2.5.4.97 organizationIdentifier the unified
 * social credit code of that organisation, or {@code null} for a person without one.
 */
public record Subject(String commonName, String organisation, String uscc) {

    static final ASN1ObjectIdentifier ORGANIZATION_IDENTIFIER = BCStyle.ORGANIZATION_IDENTIFIER;
    private static final int USCC_LENGTH = 18;

    /** Throws {@link NullPointerException} without names, refuses a code that has not 18 characters. */
    public Subject {
        Objects.requireNonNull(commonName, "commonName");
        Objects.requireNonNull(organisation, "organisation");
        if (uscc != null && uscc.length() != USCC_LENGTH) {
            throw TrustRefusal.BAD_CERTIFICATE.at("uscc", uscc, USCC_LENGTH + " characters");
        }
    }

    X500Name toName() {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "CN").addRDN(BCStyle.O, organisation);
        if (uscc != null) {
            name.addRDN(ORGANIZATION_IDENTIFIER, uscc);
        }
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    static Subject of(X500Name name) {
        var uscc = first(name, ORGANIZATION_IDENTIFIER);
        return new Subject(text(name, BCStyle.CN), text(name, BCStyle.O), uscc);
    }

    private static String text(X500Name name, ASN1ObjectIdentifier type) {
        var value = first(name, type);
        return value == null ? "" : value;
    }

    private static String first(X500Name name, ASN1ObjectIdentifier type) {
        var found = name.getRDNs(type);
        return found.length == 0 ? null : ((ASN1String) found[0].getFirst().getValue()).getString();
    }
}
