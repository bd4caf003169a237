package cn.qifeng.trust.cipher;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 signatures by BouncyCastle (参照签名算法): slower, and what {@link Sm2Quick} is held to. */
class Sm2Bouncy implements Sm2Engine {

    @Override
    public boolean verify(byte[] publicKey, byte[] content, byte[] signature) {
        var signer = new SM2Signer();
        var key = new ECPublicKeyParameters(Sm2.decode(publicKey), Sm2.DOMAIN);
        signer.init(false, new ParametersWithID(key, Sm2.USER_ID));
        signer.update(content, 0, content.length);
        return signer.verifySignature(signature);
    }

    @Override
    public UnaryOperator<byte[]> signer(BigInteger privateKey, SecureRandom random) {
        var signer = new SM2Signer();
        var key = new ParametersWithRandom(new ECPrivateKeyParameters(privateKey, Sm2.DOMAIN), random);
        signer.init(true, new ParametersWithID(key, Sm2.USER_ID));
        return content -> {
            signer.reset();
            signer.update(content, 0, content.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException never) {
                throw new IllegalStateException(never);
            }
        };
    }
}
