package cn.qifeng.trust.ses;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;

/** ASN.1 that seals and their signatures share. */
final class Ses {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Ses() {}

    static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }

    /** The sequence that is the whole of {@code der}, which must be its own DER. */
    static ASN1Sequence sequence(byte[] der, int... sizes) {
        try {
            var parsed = ASN1Primitive.fromByteArray(der);
            if (parsed == null || !Arrays.equals(parsed.getEncoded(ASN1Encoding.DER), der)) {
                throw TrustRefusal.BAD_SEAL.at("der", "other bytes", "DER");
            }
            return sequence(parsed, sizes);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ASN1Sequence sequence(ASN1Encodable encoded, int... sizes) {
        var sequence = ASN1Sequence.getInstance(encoded);
        if (Arrays.stream(sizes).noneMatch(size -> size == sequence.size())) {
            throw TrustRefusal.BAD_SEAL.at("der", sequence.size() + " members", Arrays.toString(sizes));
        }
        return sequence;
    }

    static byte[] der(ASN1Encodable encoded) {
        try {
            return encoded.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int integer(ASN1Encodable encoded) {
        return ASN1Integer.getInstance(encoded).intValueExact();
    }

    static ASN1GeneralizedTime time(Instant moment) {
        return new DERGeneralizedTime(SECONDS.format(moment));
    }

    static Instant time(ASN1Encodable encoded) {
        try {
            return ASN1GeneralizedTime.getInstance(encoded).getDate().toInstant();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static void requireSame(String field, Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw TrustRefusal.BAD_SEAL.at(field, seen.toString(), expected.toString());
        }
    }

    /** What {@code read} gives; whatever the bytes make it trip over is a refusal. */
    static <T> T reading(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (Refused known) {
            throw known;
        } catch (RuntimeException | StackOverflowError other) {
            throw TrustRefusal.BAD_SEAL.at(
                    field, "another structure", "GB/T 38540-2020, version " + ElectronicSeal.VERSION);
        }
    }
}
