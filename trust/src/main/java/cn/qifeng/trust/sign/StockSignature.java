package cn.qifeng.trust.sign;

import cn.qifeng.trust.cert.StockCredential;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.Map;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A detached CMS signature (通用签名, RFC 5652) with RSA and SHA-256, which stock PDF readers verify. It stands beside a QS1
 * signature over the same document for readers that know no SM2, and never in its place.
 */
public final class StockSignature {

    private StockSignature() {}

    /** The signature over {@code content}, DER, with the signer's certificate and its issuers in it. */
    public static byte[] sign(StockCredential credential, byte[] content) {
        try {
            var certificates = new ArrayList<>(credential.issuers());
            certificates.add(0, credential.certificate());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(new Timeless())
                    .build("SHA256withRSA", credential.privateKey(), credential.certificate()));
            generator.addCertificates(new JcaCertStore(certificates));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The usual attributes without a signing time: machine time would contradict the legal time in the document. */
    private static final class Timeless extends DefaultSignedAttributeTableGenerator {

        @Override
        protected Hashtable createStandardAttributeTable(Map parameters) {
            var attributes = super.createStandardAttributeTable(parameters);
            attributes.remove(CMSAttributes.signingTime);
            return attributes;
        }
    }
}
