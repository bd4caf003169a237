package cn.qifeng.launcher.measure.seal;

import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.BidSealer;
import cn.qifeng.trust.envelope.FileSource;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.envelope.SealRequest;
import cn.qifeng.trust.envelope.SealedBid;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import cn.qifeng.trust.sign.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The whole work on one bid with a technical part of {@link #BYTES}: sealed from memory, opened from memory. */
final class Job {

    /** Bytes of the technical part. */
    static final int BYTES = 48 << 20;

    private static final Duration AGE = Duration.ofDays(1);

    private final SecureRandom random = new SecureRandom();
    private final CertificateAuthority authority = CertificateAuthority.create("启封测试根", Instant.now(), random);
    private final SigningKey bidder = SigningKey.of(authority.issueWithKey(
            new Subject("投标人 王一", "青石建设有限公司", "91330703MA2E0QS10T"),
            Instant.now(),
            Instant.now().plus(AGE)));
    private final BigInteger selfKey = Sm2.newPrivateKey(random);
    private final KeySet set = set();
    private final byte[] technical = new byte[BYTES];
    private final List<byte[]> frames = new ArrayList<>();

    private SealedBid sealed;

    Job() {
        random.nextBytes(technical);
    }

    /** Seals with so many threads; the frames go nowhere, as if the network took them at once. */
    void seal(Sm4Provider sm4, int threads) throws IOException {
        new BidSealer(sm4, random, threads).seal(request(), bidder, (n, i, frame) -> {});
    }

    /** Seals and keeps the frames of the technical part for {@link #open}. */
    void prepare(Sm4Provider sm4) throws IOException {
        frames.clear();
        sealed = new BidSealer(sm4, random, 1).seal(request(), bidder, (n, i, frame) -> {
            if (n == 3) {
                frames.add(frame);
            }
        });
    }

    /** Hashes the stored frames as at the seal, opens the key, rebuilds every wrap, and decrypts with one thread. */
    void open(Sm4Provider sm4) throws IOException {
        for (var frame : frames) {
            sm4.sm3(frame);
        }
        var opener = new BidOpener(sm4, 1);
        var opening = opener.openSelf(sealed.header(), OpeningMode.TRUSTEES, set, selfKey);
        if (!(opening instanceof BidOpening.Opened opened)) {
            throw new IllegalStateException("the envelope does not open: " + opening);
        }
        var stored = new SequenceInputStream(Collections.enumeration(
                frames.stream().map(ByteArrayInputStream::new).toList()));
        opener.decrypt(opened, 3, stored, OutputStream.nullOutputStream());
    }

    private SealRequest request() {
        var bidId = new byte[16];
        random.nextBytes(bidId);
        return new SealRequest(
                Sm3.of(bidId),
                1,
                OpeningMode.TRUSTEES,
                set,
                bidId,
                1,
                null,
                Sm2.publicKey(selfKey),
                List.of(
                        FileSource.of(Bytes.ascii("bid")),
                        FileSource.of(Bytes.ascii("manifest")),
                        FileSource.of(technical)));
    }

    private KeySet set() {
        var lot = UUID.randomUUID();
        List<KeySetMember> members = new ArrayList<>();
        for (var side : List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE)) {
            var now = Instant.now();
            var person = authority.issueWithKey(new Subject("保管人", side.name(), null), now, now.plus(AGE));
            var point = Sm2.publicKey(Sm2.newPrivateKey(random));
            var sig = new KeyOffer(KeySetPurpose.LOT, lot, point).sign(SigningKey.of(person, random));
            members.add(new KeySetMember(members.size() + 1, "保管人", side, person.certificate(), point, sig));
        }
        return new KeySet(KeySetPurpose.LOT, lot, 2, members);
    }
}
