package cn.qifeng.launcher.measure.envelopes;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.envelope.BidCore;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.BidSealer;
import cn.qifeng.trust.envelope.EnvelopeCheck;
import cn.qifeng.trust.envelope.FileSource;
import cn.qifeng.trust.envelope.Frames;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.envelope.SealRequest;
import cn.qifeng.trust.gcrypt.Gcrypt;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.sign.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Seals random cases, and opens those of the other language, with the classes that bidders and services use. */
final class JavaSide {

    private static final int BIG_EVERY = 200;
    private static final int SMALL_BYTES_MAX = 600;
    private static final int FILES_MAX = 5;
    private static final int VERSION_MAX = 9999;

    private final List<CaseGroup> groups;
    private final Random shapes;
    private final SecureRandom random = new SecureRandom();
    private final BidOpener opener = new BidOpener(Gcrypt.fastest(), 1);

    /** {@code seed} decides the shapes of the cases; keys and contents are new in each run. */
    JavaSide(List<CaseGroup> groups, long seed) {
        this.groups = groups;
        this.shapes = new Random(seed);
    }

    /** Case number {@code i}; every two-hundredth has a file of more than one frame. */
    SealedCase seal(int i) throws IOException {
        int at = shapes.nextInt(groups.size());
        var group = groups.get(at);
        var publication = bytes(Sm3.LENGTH);
        int version = 1 + shapes.nextInt(VERSION_MAX);
        int seq = shapes.nextInt(3) == 0 ? 2 + shapes.nextInt(VERSION_MAX - 1) : 1;
        List<byte[]> plain = new ArrayList<>();
        for (int n = 2 + shapes.nextInt(FILES_MAX - 1); n > 0; n--) {
            plain.add(bytes(shapes.nextInt(SMALL_BYTES_MAX)));
        }
        if (i % BIG_EVERY == 0) {
            plain.set(1, bytes(Frames.SIZE + shapes.nextInt(3) - 1));
        }
        var request = new SealRequest(
                BidCore.tenderCtx(publication, group.lot()),
                version,
                shapes.nextInt(5) == 0 ? OpeningMode.BIDDERS : OpeningMode.TRUSTEES,
                group.set(),
                bytes(16),
                seq,
                seq == 1 ? null : bytes(Sm3.LENGTH),
                Sm2.publicKey(group.selfKey()),
                plain.stream().map(FileSource::of).toList());
        var frames = new HashMap<Integer, ByteArrayOutputStream>();
        var sealed = new BidSealer(Gcrypt.fastest(), random, 1)
                .seal(
                        request,
                        SigningKey.of(group.bidder(), random),
                        (n, frame, bytes) -> frames.computeIfAbsent(n, any -> new ByteArrayOutputStream())
                                .writeBytes(bytes));
        return new SealedCase(
                at,
                publication,
                version,
                sealed.headerDer(),
                sealed.signature(),
                plain,
                frames.values().stream().map(ByteArrayOutputStream::toByteArray).toList());
    }

    /** What is wrong with a case of the other language, or nothing. */
    Optional<String> difference(SealedCase other) {
        try {
            var group = groups.get(other.group());
            var header = BidHeader.decode(other.header());
            var mode = header.trustees().isEmpty() ? OpeningMode.BIDDERS : OpeningMode.TRUSTEES;
            var former = header.core().seq() == 1
                    ? null
                    : new EnvelopeCheck.Former(
                            header.core().bidId(),
                            header.core().seq() - 1,
                            header.core().prev());
            var context = BidCore.tenderCtx(other.publicationHash(), group.lot());
            var checked = EnvelopeCheck.check(
                    other.header(),
                    other.signature(),
                    new EnvelopeCheck.Expected(context, other.docVersion(), mode, group.set(), former));
            if (!Arrays.equals(checked.header().encode(), other.header())) {
                return Optional.of("header encodes to other bytes");
            }
            return different(other, group, mode, checked);
        } catch (Refused refused) {
            return Optional.of(refused.getMessage());
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private Optional<String> different(
            SealedCase other, CaseGroup group, OpeningMode mode, EnvelopeCheck.Checked checked) throws IOException {
        var own = opener.openSelf(checked.header(), mode, group.set(), group.selfKey());
        var opening =
                mode == OpeningMode.BIDDERS ? own : opener.open(checked.header(), group.set(), answers(group, checked));
        if (!(own instanceof BidOpening.Opened) || !(opening instanceof BidOpening.Opened opened)) {
            return Optional.of("does not open: " + own + ", " + opening);
        }
        Map<Integer, List<byte[]>> hashes = new HashMap<>();
        for (int n = 1; n <= other.plain().size(); n++) {
            hashes.put(n, frameHashes(other.stored().get(n - 1), other.plain().get(n - 1).length));
            var plain = new ByteArrayOutputStream();
            opener.decrypt(opened, n, new ByteArrayInputStream(other.stored().get(n - 1)), plain);
            if (!Arrays.equals(plain.toByteArray(), other.plain().get(n - 1))) {
                return Optional.of("file " + n + " opens to other bytes");
            }
        }
        EnvelopeCheck.checkFrames(checked.header(), hashes);
        return Optional.empty();
    }

    private Map<String, Optional<byte[]>> answers(CaseGroup group, EnvelopeCheck.Checked checked) {
        var members = new ArrayList<>(group.set().members());
        Collections.shuffle(members, random);
        var answers = new HashMap<String, Optional<byte[]>>();
        for (var member : members.subList(0, group.set().threshold())) {
            var key = group.trusteeKeys().get(member.x() - 1);
            answers.put(member.idHex(), opener.share(checked.header(), member.idHex(), key));
        }
        return answers;
    }

    private static List<byte[]> frameHashes(byte[] stored, int length) {
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0, from = 0; i < Frames.count(length); i++) {
            int to = from + Frames.storedLength(length, i);
            hashes.add(Sm3.of(Arrays.copyOfRange(stored, from, to)));
            from = to;
        }
        return hashes;
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
