package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/**
 * Header of a bid envelope (投标文件封装头), {@code header.der} of docs/bid-envelope.md section 2. The list of trustees is
 * empty in mode BIDDERS.
 */
public record BidHeader(BidCore core, List<BidFile> files, SelfWrap self, List<TrusteeWrap> trustees) {

    /** The largest header that is parsed, bytes. */
    public static final int SIZE_MAX = 65_536;

    private static final int FILES_MIN = 2;
    private static final int TRUSTEES_MAX = 16;
    private static final int FIELDS_MIN = 13;

    /** Copies the lists; throws {@link EnvelopeFinding#MALFORMED} for counts out of range and gaps in the numbers. */
    public BidHeader {
        files = List.copyOf(files);
        trustees = List.copyOf(trustees);
        HeaderDer.range("files", files.size(), FILES_MIN, BidFile.FILES_MAX);
        HeaderDer.range("trustees", trustees.size(), 0, TRUSTEES_MAX);
        for (int i = 0; i < files.size(); i++) {
            HeaderDer.range("files[" + i + "].n", files.get(i).n(), i + 1, i + 1);
        }
    }

    /** Reads a header; refuses with {@link EnvelopeFinding#NOT_ENCRYPTED} or {@link EnvelopeFinding#MALFORMED}. */
    public static BidHeader decode(byte[] der) {
        PlainFormat.of(der).ifPresent(format -> {
            throw EnvelopeFinding.NOT_ENCRYPTED.at("header", format, "DER of BidHeader");
        });
        if (der.length > SIZE_MAX) {
            throw EnvelopeFinding.MALFORMED.at("header", der.length + " bytes", "at most " + SIZE_MAX);
        }
        try {
            var header = of(ASN1Primitive.fromByteArray(der));
            if (Arrays.equals(header.encode(), der)) {
                return header;
            }
        } catch (Refused finding) {
            throw finding;
        } catch (IOException | RuntimeException | StackOverflowError other) {
            // falls through to the one finding below
        }
        throw EnvelopeFinding.MALFORMED.at("header", "other bytes", "DER of BidHeader");
    }

    /** The DER bytes. */
    public byte[] encode() {
        var fields = core.fields();
        fields.add(sequence(files.stream().map(BidFile::toAsn1).toList()));
        fields.add(self.toAsn1());
        fields.add(sequence(trustees.stream().map(TrusteeWrap::toAsn1).toList()));
        return HeaderDer.encode(new DERSequence(fields));
    }

    /** SM3 of the DER bytes: {@code headerHash}. */
    public byte[] hash() {
        return Sm3.of(encode());
    }

    /** The same in hexadecimal. */
    public String hashHex() {
        return Hex.encode(hash());
    }

    /** File n; throws {@link IllegalArgumentException} when there is none. */
    public BidFile file(int n) {
        if (n < 1 || n > files.size()) {
            throw new IllegalArgumentException("no file " + n);
        }
        return files.get(n - 1);
    }

    /** The wrap of one trustee, by certificate id in hexadecimal. */
    public Optional<TrusteeWrap> trustee(String id) {
        return trustees.stream().filter(wrap -> wrap.trusteeIdHex().equals(id)).findFirst();
    }

    /**
     * The same header with the wraps of a {@link BidRelease}, so that an envelope of mode BIDDERS is opened and checked
     * like one of mode TRUSTEES. Its hash is another: the one that was signed is the header without them.
     */
    public BidHeader released(List<TrusteeWrap> wraps) {
        return new BidHeader(core, files, self, wraps);
    }

    private static BidHeader of(ASN1Primitive parsed) {
        var der = new HeaderDer(parsed);
        HeaderDer.range("header", der.left(), FIELDS_MIN, FIELDS_MIN + 1L);
        HeaderDer.range("version", der.number(), BidCore.VERSION, BidCore.VERSION);
        HeaderDer.range("suite", der.number(), BidCore.VERSION, BidCore.VERSION);
        var core = new BidCore(
                der.octets(),
                der.smallNumber(),
                der.octets(),
                der.octets(),
                der.octets(),
                der.smallNumber(),
                der.taggedOctets(),
                der.octets(),
                der.octets());
        var files = elements(der.take(), BidFile.FILES_MAX).stream()
                .map(BidFile::of)
                .toList();
        var self = SelfWrap.of(der.take());
        var trustees =
                elements(der.take(), TRUSTEES_MAX).stream().map(TrusteeWrap::of).toList();
        return new BidHeader(core, files, self, trustees);
    }

    private static List<ASN1Encodable> elements(ASN1Encodable encoded, int max) {
        var sequence = ASN1Sequence.getInstance(encoded);
        HeaderDer.range("elements", sequence.size(), 0, max);
        return StreamSupport.stream(sequence.spliterator(), false).toList();
    }

    private static DERSequence sequence(List<ASN1Encodable> elements) {
        return new DERSequence(elements.toArray(ASN1Encodable[]::new));
    }
}
