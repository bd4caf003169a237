package cn.qifeng.trust.cert;

import cn.qifeng.trust.cipher.Sm2;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Signs certificates and revocation lists with SM2. */
final class Sm2ContentSigner implements ContentSigner {

    private final BigInteger privateKey;
    private final SecureRandom random;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Sm2ContentSigner(BigInteger privateKey, SecureRandom random) {
        this.privateKey = privateKey;
        this.random = random;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return Sm2.sign(privateKey, content.toByteArray(), random);
    }
}
