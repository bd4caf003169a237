package cn.qifeng.trust.ses;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.sign.SigningKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/**
 * Electronic seal (电子印章, SESeal of GB/T 38540-2020): a picture, a name and the certificates that may sign with it,
 * signed by whoever made the seal. Only seals that list whole certificates and are signed with SM2 are taken.
 */
public final class ElectronicSeal {

    /** The one version that is made and taken. */
    static final int VERSION = 4;

    private static final String HEADER = "ES";
    private static final int UNIT_SEAL = 1;
    private static final int WHOLE_CERTIFICATES = 1;
    private static final int LENGTH_MAX = 1 << 20;

    private final byte[] der;
    private final String name;
    private final SealPicture picture;
    private final List<X509Certificate> signers;
    private final Instant from;
    private final Instant to;
    private final X509Certificate maker;

    private ElectronicSeal(
            byte[] der,
            String name,
            SealPicture picture,
            List<X509Certificate> signers,
            Instant from,
            Instant to,
            X509Certificate maker) {
        this.der = der;
        this.name = name;
        this.picture = picture;
        this.signers = signers;
        this.from = from;
        this.to = to;
        this.maker = maker;
    }

    /**
     * What a seal says of itself (印章属性).
     *
     * @param id identifier, ASCII, unique for its maker
     * @param vendor identifier of the maker, ASCII
     * @param name name of the seal for people
     * @param createdAt when it was made, whole seconds count
     * @param from first moment of its validity
     * @param to last moment of its validity
     */
    public record Properties(String id, String vendor, String name, Instant createdAt, Instant from, Instant to) {}

    /** Makes a seal, DER. */
    public static byte[] make(
            Properties properties, SealPicture picture, List<X509Certificate> signers, SigningKey maker) {
        var info = Ses.sequence(
                Ses.sequence(new DERIA5String(HEADER), new ASN1Integer(VERSION), new DERIA5String(properties.vendor())),
                new DERIA5String(properties.id()),
                properties(properties, signers),
                Ses.sequence(
                        new DERIA5String(picture.type()),
                        new DEROctetString(picture.data()),
                        new ASN1Integer(picture.width()),
                        new ASN1Integer(picture.height())));
        return Ses.der(Ses.sequence(
                info,
                new DEROctetString(Certificates.der(maker.certificate())),
                GMObjectIdentifiers.sm2sign_with_sm3,
                new DERBitString(maker.signRaw(Ses.der(info)))));
    }

    private static ASN1Encodable properties(Properties properties, List<X509Certificate> signers) {
        var certificates = new ASN1EncodableVector();
        signers.forEach(signer -> certificates.add(new DEROctetString(Certificates.der(signer))));
        return Ses.sequence(
                new ASN1Integer(UNIT_SEAL),
                new DERUTF8String(properties.name()),
                new ASN1Integer(WHOLE_CERTIFICATES),
                new DERSequence(certificates),
                Ses.time(properties.createdAt()),
                Ses.time(properties.from()),
                Ses.time(properties.to()));
    }

    /**
     * Reads a seal and verifies its maker's signature; whether the maker and the period are to be trusted is the
     * caller's to judge. Refuses with {@link TrustRefusal#BAD_SEAL} any other bytes.
     */
    public static ElectronicSeal parse(byte[] der) {
        if (der.length > LENGTH_MAX) {
            throw TrustRefusal.BAD_SEAL.at("seal", der.length + " bytes", "at most " + LENGTH_MAX);
        }
        return Ses.reading("seal", () -> parse(der, Ses.sequence(der, 4)));
    }

    private static ElectronicSeal parse(byte[] der, ASN1Sequence seal) {
        var info = Ses.sequence(seal.getObjectAt(0), 4, 5);
        var header = Ses.sequence(info.getObjectAt(0), 3);
        Ses.requireSame(
                "header", ASN1IA5String.getInstance(header.getObjectAt(0)).getString(), HEADER);
        Ses.requireSame("version", Ses.integer(header.getObjectAt(1)), VERSION);
        var properties = Ses.sequence(info.getObjectAt(2), 7);
        Ses.requireSame("certListType", Ses.integer(properties.getObjectAt(2)), WHOLE_CERTIFICATES);
        var picture = Ses.sequence(info.getObjectAt(3), 4);
        var maker = Certificates.parse(
                ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets());
        requireSigned(seal, info, maker);
        return new ElectronicSeal(
                der.clone(),
                ASN1UTF8String.getInstance(properties.getObjectAt(1)).getString(),
                new SealPicture(
                        ASN1IA5String.getInstance(picture.getObjectAt(0)).getString(),
                        ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
                        Ses.integer(picture.getObjectAt(2)),
                        Ses.integer(picture.getObjectAt(3))),
                certificates(ASN1Sequence.getInstance(properties.getObjectAt(3))),
                Ses.time(properties.getObjectAt(5)),
                Ses.time(properties.getObjectAt(6)),
                maker);
    }

    private static void requireSigned(ASN1Sequence seal, ASN1Sequence info, X509Certificate maker) {
        Ses.requireSame(
                "signAlgId",
                ASN1ObjectIdentifier.getInstance(seal.getObjectAt(2)),
                GMObjectIdentifiers.sm2sign_with_sm3);
        var signature = ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets();
        if (!Sm2.verify(Certificates.publicKey(maker), Ses.der(info), signature)) {
            throw TrustRefusal.BAD_SEAL.at("signedValue", "does not verify", "signed by the maker of the seal");
        }
    }

    private static List<X509Certificate> certificates(ASN1Sequence encoded) {
        var certificates = new ArrayList<X509Certificate>();
        encoded.forEach(one -> certificates.add(
                Certificates.parse(ASN1OctetString.getInstance(one).getOctets())));
        return List.copyOf(certificates);
    }

    /** Whether this certificate may sign with the seal at a moment. */
    public boolean admits(X509Certificate signer, Instant at) {
        return !at.isBefore(from)
                && !at.isAfter(to)
                && signers.stream().anyMatch(one -> Arrays.equals(Certificates.der(one), Certificates.der(signer)));
    }

    /** DER of the seal. */
    public byte[] der() {
        return der.clone();
    }

    /** Name for people. */
    public String name() {
        return name;
    }

    /** Its picture. */
    public SealPicture picture() {
        return picture;
    }

    /** Last moment of its validity. */
    public Instant validTo() {
        return to;
    }

    /** Who made and signed it. */
    public X509Certificate maker() {
        return maker;
    }
}
