package cn.qifeng.trust.cipher;

import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Verification of SM2 signatures by BouncyCastle (参照验签): slower, and what {@link Sm2Quick} is held to. */
final class Sm2Bouncy implements Sm2Verifier {

    @Override
    public boolean verify(byte[] publicKey, byte[] content, byte[] signature) {
        var signer = new SM2Signer();
        var key = new ECPublicKeyParameters(Sm2.decode(publicKey), Sm2.DOMAIN);
        signer.init(false, new ParametersWithID(key, Sm2.USER_ID));
        signer.update(content, 0, content.length);
        return signer.verifySignature(signature);
    }
}
