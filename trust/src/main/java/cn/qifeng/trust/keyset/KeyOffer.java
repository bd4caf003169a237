package cn.qifeng.trust.keyset;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Signatures;
import cn.qifeng.trust.sign.Signed;
import cn.qifeng.trust.sign.SigningKey;
import java.util.Base64;
import java.util.UUID;

/** What a trustee (保管人) offers: a public encryption key made for one lot or session, signed by its identity. */
public record KeyOffer(KeySetPurpose purpose, UUID owner, byte[] encryptionKey) {

    /** Refuses what is not an SM2 point. */
    public KeyOffer {
        Sm2.checkPoint(encryptionKey);
    }

    /** The canonical doc that is signed. */
    public byte[] encode() {
        return CanonicalJson.encode(CanonicalJson.object()
                .put("type", "key-offer")
                .put("v", 1)
                .put("purpose", purpose.name())
                .put("owner", owner.toString())
                .put("encryptionKey", Hex.encode(encryptionKey)));
    }

    /** Base64 of the QS1 signature over the doc. */
    public String sign(SigningKey key) {
        return Base64.getEncoder().encodeToString(key.sign(encode()));
    }

    /** Who signed the offer; refuses with {@code trust/bad-signature}. */
    public Signed verify(byte[] signature) {
        return Signatures.verify(encode(), signature);
    }
}
