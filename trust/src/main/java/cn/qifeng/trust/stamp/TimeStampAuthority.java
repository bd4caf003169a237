package cn.qifeng.trust.stamp;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.StockCredential;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * The embedded time-stamp authority (时间戳服务, RFC 3161): an RSA-3072 signer with SHA-256 over SM3 imprints, because
 * stock tools verify that. Safe for use by many threads.
 */
public final class TimeStampAuthority {

    /** Policy under which the sandbox stamps, an OID of the documentation arc. */
    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.1.1");

    private static final int REQUEST_MAX = 4096;
    private static final int SERIAL_BITS = 127;

    private final StockCredential credential;
    private final SecureRandom random;

    /** An authority with this key; the certificate must carry critical extended key usage timeStamping. */
    public TimeStampAuthority(StockCredential credential, SecureRandom random) {
        this.credential = credential;
        this.random = random;
    }

    /** The certificate under which it stamps. */
    public X509Certificate certificate() {
        return credential.certificate();
    }

    /** A token (DER of TimeStampToken) over an SM3 value, at legal time {@code at}. */
    public byte[] stamp(byte[] sm3, Instant at) {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var request = generator.generate(GMObjectIdentifiers.sm3, sm3);
            return tokens().generate(request, serial(), Date.from(at)).getEncoded();
        } catch (IOException | TSPException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The answer (DER of TimeStampResp) to a request as stock tools make it, over SM3 or SHA-256. */
    public byte[] reply(byte[] requestDer, Instant at) {
        if (requestDer.length > REQUEST_MAX) {
            throw TrustRefusal.BAD_STAMP.at("request", requestDer.length + " bytes", "at most " + REQUEST_MAX);
        }
        try {
            var accepted = Set.of(GMObjectIdentifiers.sm3.getId(), NISTObjectIdentifiers.id_sha256.getId());
            var replies = new TimeStampResponseGenerator(tokens(), accepted);
            return replies.generate(new TimeStampRequest(requestDer), serial(), Date.from(at))
                    .getEncoded();
        } catch (IOException | TSPException | RuntimeException other) {
            throw TrustRefusal.BAD_STAMP.at("request", "other bytes", "DER of TimeStampReq");
        }
    }

    private TimeStampTokenGenerator tokens() {
        try {
            var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                    .build("SHA256withRSA", credential.privateKey(), credential.certificate());
            var digest = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
            var tokens = new TimeStampTokenGenerator(signer, digest, POLICY);
            tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
            tokens.addCertificates(new JcaCertStore(List.of(credential.certificate())));
            return tokens;
        } catch (GeneralSecurityException | OperatorCreationException | TSPException never) {
            throw new IllegalStateException(never);
        }
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random);
    }
}
