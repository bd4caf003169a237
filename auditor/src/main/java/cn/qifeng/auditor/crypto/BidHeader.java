package cn.qifeng.auditor.crypto;

import cn.qifeng.auditor.Broken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;

/** The header of an envelope (docs/bid-envelope.md section 2), read strictly. */
public record BidHeader(
        byte[] tenderCtx,
        long docVersion,
        byte[] trusteeSet,
        byte[] bidder,
        byte[] bidId,
        long seq,
        byte[] prev,
        byte[] salt,
        byte[] keyCommit,
        List<SealedFile> files,
        byte[] selfKey,
        byte[] selfWrap,
        List<TrusteeWrap> trustees,
        byte[] core) {

    private static final int SIZE_MAX = 64 * 1024;
    private static final long FRAME = 1 << 20;

    /** One file of the envelope. */
    public record SealedFile(int n, long length, long frameCount, byte[] fileKeyCommit, byte[] cipherSm3) {}

    /** One trustee's wrap; {@code wrap} is the DER of SM2Cipher. */
    public record TrusteeWrap(byte[] trusteeId, byte[] shareCommit, byte[] wrap) {}

    /** Reads a header; {@link Broken} for anything but the one DER form. */
    public static BidHeader parse(byte[] der, String object) {
        Broken.unless(der.length <= SIZE_MAX, object, "malformed header", "header larger than 64 KiB");
        try {
            var value = ASN1Primitive.fromByteArray(der);
            Broken.unless(
                    Arrays.equals(der, value.getEncoded(ASN1Encoding.DER)),
                    object,
                    "malformed header",
                    "header is not DER");
            return read(ASN1Sequence.getInstance(value));
        } catch (Broken broken) {
            throw broken;
        } catch (IOException | RuntimeException e) {
            throw new Broken(object, "malformed header", String.valueOf(e.getMessage()));
        }
    }

    /** The same header with other wraps for the trustees; {@code core} does not cover them. */
    public BidHeader with(List<TrusteeWrap> wraps) {
        return new BidHeader(
                tenderCtx,
                docVersion,
                trusteeSet,
                bidder,
                bidId,
                seq,
                prev,
                salt,
                keyCommit,
                files,
                selfKey,
                selfWrap,
                List.copyOf(wraps),
                core);
    }

    private static BidHeader read(ASN1Sequence fields) throws IOException {
        int next = 0;
        require(integer(fields.getObjectAt(next++)) == 1 && integer(fields.getObjectAt(next++)) == 1, "version, suite");
        var tenderCtx = octets(fields.getObjectAt(next++), 32);
        long docVersion = integer(fields.getObjectAt(next++));
        var trusteeSet = octets(fields.getObjectAt(next++), 32);
        var bidder = octets(fields.getObjectAt(next++), 32);
        var bidId = octets(fields.getObjectAt(next++), 16);
        long seq = integer(fields.getObjectAt(next++));
        byte[] prev = null;
        if (fields.getObjectAt(next) instanceof ASN1TaggedObject tagged) {
            require(tagged.hasContextTag(0), "prev");
            prev = octets(ASN1OctetString.getInstance(tagged, false), 32);
            next++;
        }
        require((prev == null) == (seq == 1), "prev exactly when seq > 1");
        var salt = octets(fields.getObjectAt(next++), 16);
        var keyCommit = octets(fields.getObjectAt(next++), 32);
        var files = files(ASN1Sequence.getInstance(fields.getObjectAt(next++)));
        var self = ASN1Sequence.getInstance(fields.getObjectAt(next++));
        require(self.size() == 2, "self");
        var trustees = trustees(ASN1Sequence.getInstance(fields.getObjectAt(next++)));
        require(fields.size() == next, "trailing fields");
        return new BidHeader(
                tenderCtx,
                docVersion,
                trusteeSet,
                bidder,
                bidId,
                seq,
                prev,
                salt,
                keyCommit,
                files,
                octets(self.getObjectAt(0), 65),
                encoded(self.getObjectAt(1)),
                trustees,
                core(fields, prev == null ? 10 : 11));
    }

    private static byte[] core(ASN1Sequence fields, int size) throws IOException {
        var first = new ASN1EncodableVector();
        for (int i = 0; i < size; i++) {
            first.add(fields.getObjectAt(i));
        }
        return Hash.sm3(new DERSequence(first).getEncoded(ASN1Encoding.DER));
    }

    private static List<SealedFile> files(ASN1Sequence list) {
        require(list.size() >= 2 && list.size() <= 64, "number of files");
        var files = new ArrayList<SealedFile>();
        for (int i = 0; i < list.size(); i++) {
            var fields = ASN1Sequence.getInstance(list.getObjectAt(i));
            require(fields.size() == 5, "file");
            var file = new SealedFile(
                    (int) integer(fields.getObjectAt(0)),
                    integer(fields.getObjectAt(1)),
                    integer(fields.getObjectAt(2)),
                    octets(fields.getObjectAt(3), 32),
                    octets(fields.getObjectAt(4), 32));
            require(file.n() == i + 1, "numbers of files");
            require(file.frameCount() == Math.max(1, (file.length() + FRAME - 1) / FRAME), "frameCount");
            files.add(file);
        }
        return List.copyOf(files);
    }

    private static List<TrusteeWrap> trustees(ASN1Sequence list) throws IOException {
        require(list.size() <= 16, "number of trustees");
        var wraps = new ArrayList<TrusteeWrap>();
        for (ASN1Encodable item : list) {
            var fields = ASN1Sequence.getInstance(item);
            require(fields.size() == 3, "trustee");
            wraps.add(new TrusteeWrap(
                    octets(fields.getObjectAt(0), 32),
                    octets(fields.getObjectAt(1), 32),
                    encoded(fields.getObjectAt(2))));
        }
        return List.copyOf(wraps);
    }

    private static byte[] encoded(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    private static long integer(ASN1Encodable value) {
        long number = ASN1Integer.getInstance(value).longValueExact();
        require(number >= 0, "a negative number");
        return number;
    }

    private static byte[] octets(ASN1Encodable value, int length) {
        var bytes = ASN1OctetString.getInstance(value).getOctets();
        require(bytes.length == length, "an octet string of " + bytes.length + " bytes instead of " + length);
        return bytes;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
