package cn.qifeng.trust.cipher;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Published vectors of SM2, SM3 and SM4")
class PublishedVectorsTest {

    private static JsonNode vectors;

    @BeforeAll
    static void read() throws IOException {
        vectors = new ObjectMapper().readTree(PublishedVectorsTest.class.getResourceAsStream("/vectors/gm.json"));
    }

    @Test
    void sm3GivesTheHashesOfTheStandard() {
        for (var vector : vectors.get("sm3")) {
            assertThat(Sm3.hex(Bytes.ascii(vector.get("text").textValue())))
                    .isEqualTo(vector.get("hash").textValue());
        }
    }

    @Test
    void sm4GcmGivesTheCipherOfRfc8998() {
        var vector = vectors.get("sm4Gcm");
        var plain = hex(vector, "plain");
        var frame =
                new Sm4Gcm().seal(hex(vector, "key"), hex(vector, "nonce"), hex(vector, "aad"), plain, plain.length);

        assertThat(Hex.encode(frame))
                .isEqualTo(vector.get("cipher").textValue() + vector.get("tag").textValue());
        assertThat(new Sm4Gcm().open(hex(vector, "key"), hex(vector, "nonce"), hex(vector, "aad"), frame))
                .isEqualTo(plain);
        frame[3] ^= 1;
        refusal(
                TrustRefusal.FORGED,
                () -> new Sm4Gcm().open(hex(vector, "key"), hex(vector, "nonce"), hex(vector, "aad"), frame));
    }

    @Test
    void sm2VerifiesTheSignatureOfTheStandard() throws IOException {
        var vector = vectors.get("sm2Signature");
        var point = Bytes.concat(new byte[] {4}, hex(vector, "x"), hex(vector, "y"));
        var message = Bytes.ascii(vector.get("message").textValue());
        var signature = new DERSequence(new ASN1Encodable[] {number(vector, "r"), number(vector, "s")}).getEncoded();

        assertThat(Sm2.publicKey(Sm2.privateKey(hex(vector, "privateKey")))).isEqualTo(point);
        assertThat(Sm2.verify(point, message, signature)).isTrue();
        assertThat(Sm2.verify(point, Bytes.ascii("another message"), signature)).isFalse();
    }

    @Test
    void sm2WrapsAsTheStandardDoesWithItsScalar() {
        var vector = vectors.get("sm2Encryption");
        var privateKey = Sm2.privateKey(hex(vector, "privateKey"));
        var message = Bytes.ascii(vector.get("message").textValue());
        var scalar = new BigInteger(1, hex(vector, "scalar"));
        var cipher = Sm2Wrap.wrap(Sm2.publicKey(privateKey), message, scalar);

        assertThat(Hex.encode(Sm2.bytes32(cipher.x())))
                .isEqualTo(vector.get("x").textValue());
        assertThat(Hex.encode(Sm2.bytes32(cipher.y())))
                .isEqualTo(vector.get("y").textValue());
        assertThat(Hex.encode(cipher.c3())).isEqualTo(vector.get("c3").textValue());
        assertThat(Hex.encode(cipher.c2())).isEqualTo(vector.get("c2").textValue());
        assertThat(Sm2Wrap.unwrap(privateKey, Sm2Cipher.decode(cipher.encode())))
                .isEqualTo(message);
    }

    @Test
    void aWrapOpensWithNoOtherKey() {
        var random = new SecureRandom();
        var key = Sm2.newPrivateKey(random);
        var cipher = Sm2Wrap.wrap(Sm2.publicKey(key), Bytes.ascii("secret"), BigInteger.TEN);

        refusal(TrustRefusal.BAD_WRAP, () -> Sm2Wrap.unwrap(Sm2.newPrivateKey(random), cipher));
    }

    @Test
    void aWrapWhosePointIsOffTheCurveIsRefused() {
        var off = new Sm2Cipher(BigInteger.TWO, BigInteger.TEN, new byte[32], new byte[48]);

        refusal(TrustRefusal.BAD_WRAP, () -> Sm2Wrap.unwrap(BigInteger.TEN, off));
    }

    private static byte[] hex(JsonNode vector, String name) {
        return Hex.decode(vector.get(name).textValue());
    }

    private static ASN1Integer number(JsonNode vector, String name) {
        return new ASN1Integer(new BigInteger(1, hex(vector, name)));
    }
}
