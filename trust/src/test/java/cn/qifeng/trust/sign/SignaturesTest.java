package cn.qifeng.trust.sign;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("QS1 signatures 签名")
class SignaturesTest {

    private static final People PEOPLE = People.twoOfThree();
    private static final byte[] CONTENT = Bytes.ascii("what was signed");
    private static final byte[] SIGNATURE = PEOPLE.bidder().sign(CONTENT);

    @Test
    void tellsWhoSigned() {
        var signed = Signatures.verify(CONTENT, SIGNATURE);

        assertThat(signed.certificate()).isEqualTo(PEOPLE.bidder().certificate());
        assertThat(signed.certificateId()).isEqualTo(PEOPLE.bidder().certificateId());
        assertThat(signed.subject().organisation()).isEqualTo("青石建设有限公司");
        assertThat(signed.subject().uscc()).isEqualTo("91330703MA2E0QS10T");
        assertThat(signed.chain()).isEmpty();
    }

    @Test
    void oneKeySignsManyContentsOnManyThreads() {
        var key = PEOPLE.bidder();

        IntStream.range(0, 40).parallel().forEach(i -> {
            var content = Bytes.ascii("content " + i);
            assertThat(Signatures.verify(content, key.sign(content)).certificateId())
                    .isEqualTo(key.certificateId());
        });
    }

    @Test
    void refusesOtherContent() {
        refused(Bytes.ascii("what was not signed"), SIGNATURE);
    }

    @Test
    void noChangedByteLeavesTheSameSigner() {
        for (int i = 0; i < SIGNATURE.length; i++) {
            var changed = SIGNATURE.clone();
            changed[i] ^= 0x01;
            refusedOrAnotherSigner(changed);
        }
    }

    @Test
    void refusesTrailingBytesAndTruncation() {
        refused(CONTENT, Arrays.copyOf(SIGNATURE, SIGNATURE.length + 1));
        refused(CONTENT, Arrays.copyOf(SIGNATURE, SIGNATURE.length - 1));
        refused(CONTENT, new byte[0]);
    }

    @Test
    void refusesMoreThanItsSizeBeforeParsing() {
        var refused = refused(CONTENT, new byte[Signatures.SIZE_MAX + 1]);

        assertThat(refused.facts()).containsEntry("seen", "32769 bytes");
    }

    @Test
    void refusesNestingThatCouldExhaustTheStack() {
        var deep = new byte[Signatures.SIZE_MAX];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        refused(CONTENT, deep);
    }

    @Test
    void refusesAThirdSignedAttribute() {
        var attributes = new DERSet(new ASN1Encodable[] {
            attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data),
            attribute(CMSAttributes.messageDigest, new DEROctetString(Sm3.of(CONTENT))),
            attribute(CMSAttributes.signingTime, new DERUTCTime("260302010000Z"))
        });
        var certificate = PEOPLE.bidder().certificate();
        var raw = Sm2.sign(PEOPLE.bidderCredential().privateKey(), Qs1.der(attributes), PEOPLE.random());

        refused(CONTENT, Qs1.encode(List.of(certificate), certificate, attributes, raw));
    }

    @Test
    void refusesASignatureByAnotherKey() {
        var attributes = Qs1.signedAttributes(Sm3.of(CONTENT));
        var certificate = PEOPLE.bidder().certificate();
        var raw = Sm2.sign(PEOPLE.trusteeKey(1), Qs1.der(attributes), PEOPLE.random());

        var refused = refused(CONTENT, Qs1.encode(List.of(certificate), certificate, attributes, raw));

        assertThat(refused.facts()).containsEntry("seen", "does not verify");
    }

    @Test
    void survivesRandomMutationsWithoutAnyOtherError() {
        var random = new Random(20260302);
        for (int i = 0; i < 3000; i++) {
            var changed = SIGNATURE.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            if (!Arrays.equals(changed, SIGNATURE)) {
                refusedOrAnotherSigner(changed);
            }
        }
    }

    @Test
    void aStatementGoesThroughJsonAndVerifies() {
        var doc = CanonicalJson.object().put("type", "objection").put("v", 1).put("text", "异议");
        var statement = Statement.of(doc, PEOPLE.bidder());
        doc.put("text", "changed later");
        var read = Statement.from(CanonicalJson.decode(CanonicalJson.encode(statement.toJson())));

        assertThat(read.verify().certificateId()).isEqualTo(PEOPLE.bidder().certificateId());
        assertThat(read.hashHex()).isEqualTo(statement.hashHex());
        assertThat(read.type()).isEqualTo("objection");
    }

    @Test
    void aStatementWithAChangedDocIsRefused() {
        var statement = Statement.of(CanonicalJson.object().put("type", "x").put("v", 1), PEOPLE.bidder());
        var forged = new Statement(statement.doc().deepCopy().put("v", 2), statement.sig());

        refusal(TrustRefusal.BAD_SIGNATURE, forged::verify);
    }

    /** A change inside the certificate makes another certificate, which no authority signed. */
    private static void refusedOrAnotherSigner(byte[] changed) {
        try {
            var signed = Signatures.verify(CONTENT, changed);
            assertThat(signed.certificateId()).isNotEqualTo(PEOPLE.bidder().certificateId());
            assertThat(CertificatePath.signed(PEOPLE.authority().root(), signed.certificate()))
                    .isFalse();
        } catch (Refused refused) {
            assertThat(refused.code())
                    .isIn(TrustRefusal.BAD_SIGNATURE, TrustRefusal.BAD_CERTIFICATE, TrustRefusal.BAD_KEY);
        }
    }

    private static Refused refused(byte[] content, byte[] signature) {
        var refused = catchThrowableOfType(Refused.class, () -> Signatures.verify(content, signature));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isIn(TrustRefusal.BAD_SIGNATURE, TrustRefusal.BAD_CERTIFICATE, TrustRefusal.BAD_KEY);
        return refused;
    }

    private static DERSequence attribute(ASN1Encodable type, ASN1Encodable value) {
        return new DERSequence(new ASN1Encodable[] {type, new DERSet(value)});
    }
}
