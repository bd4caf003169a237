package cn.qifeng.auditor.crypto;

import cn.qifeng.auditor.Broken;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** An RFC 3161 token that verified: who made it, and when. */
public record TimeStamp(X509Certificate authority, Instant time) {

    /** Reads and verifies a token over an SM3 imprint; {@link Broken} when it does not hold. */
    public static TimeStamp verify(byte[] token, byte[] imprint, String object) {
        Broken.unless(token.length <= 32 * 1024, object, "token larger than 32 KiB");
        try {
            TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token));
            var info = stamp.getTimeStampInfo();
            Broken.unless(
                    GMObjectIdentifiers.sm3.equals(info.getMessageImprintAlgOID())
                            && Arrays.equals(imprint, info.getMessageImprintDigest()),
                    object,
                    "the time stamp is over something else");
            var holders = stamp.getCertificates().getMatches(stamp.getSID());
            Broken.unless(holders.size() == 1, object, "the authority's certificate is missing");
            var holder = (X509CertificateHolder) holders.iterator().next();
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(holder));
            return new TimeStamp(
                    Certificates.parse(holder.getEncoded()), info.getGenTime().toInstant());
        } catch (CMSException
                | TSPException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | IllegalArgumentException e) {
            throw new Broken(object, "the time stamp does not verify: " + e.getMessage());
        }
    }
}
