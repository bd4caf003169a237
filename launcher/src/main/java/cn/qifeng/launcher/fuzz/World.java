package cn.qifeng.launcher.fuzz;

import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidCore;
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
import cn.qifeng.trust.stamp.TimeStampAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Real objects of one lot and one bidder, made when a target starts. They are the seeds from which the fuzzer goes, and
 * what its inputs are held against: what verifies must be one of them.
 */
final class World {

    /** Seed and moment of the objects, as {@code SEED,MILLIS}. */
    static final String ORIGIN = "qifeng.fuzz.origin";
    /** The folder that the fuzzer reads its seeds from. */
    static final String CORPUS = "qifeng.fuzz.corpus";

    private static final Duration AGE = Duration.ofDays(30);
    private static final List<Side> SIDES = List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE);

    final byte[] tenderCtx;
    final KeySet set;
    final SigningKey bidder;
    final BigInteger selfKey;
    final SealedBid sealed;
    final Map<Integer, byte[]> frames = new TreeMap<>();
    final TimeStampAuthority authority;
    final SecureRandom random;
    final Instant now;

    private World(long seed, Instant now) {
        this.random = new RepeatableRandom(seed);
        this.now = now;
        var lot = new UUID(seed, seed);
        var people = CertificateAuthority.create("启封测试根", now, random);
        set = set(people, lot);
        var subject = new Subject("投标人 王一", "青石建设有限公司", "91330703MA2E0QS10T");
        bidder = SigningKey.of(people.issueWithKey(subject, now, now.plus(AGE)), random);
        selfKey = Sm2.newPrivateKey(random);
        tenderCtx = BidCore.tenderCtx(Sm3.of(Bytes.ascii("publication")), lot);
        sealed = seal();
        authority = new TimeStampAuthority(
                StockAuthority.create("时间根", now, random).issueTimeStampAuthority("时间戳", now.minus(AGE), now.plus(AGE)),
                random);
    }

    /** The world that the system properties tell. */
    static World told() {
        var origin = System.getProperty(ORIGIN, "1,1790000000000").split(",");
        return new World(Long.parseLong(origin[0]), Instant.ofEpochMilli(Long.parseLong(origin[1])));
    }

    /** Writes real objects where the fuzzer looks for its seeds. */
    static void seed(Map<String, byte[]> objects) {
        try {
            var corpus = System.getProperty(CORPUS);
            for (var object : corpus == null ? Map.<String, byte[]>of().entrySet() : objects.entrySet()) {
                Files.write(Path.of(corpus).resolve(object.getKey()), object.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private KeySet set(CertificateAuthority people, UUID lot) {
        var members = new ArrayList<KeySetMember>();
        for (int x = 1; x <= SIDES.size(); x++) {
            var side = SIDES.get(x - 1);
            var person = people.issueWithKey(new Subject("保管人" + x, side.name(), null), now, now.plus(AGE));
            var key = Sm2.publicKey(Sm2.newPrivateKey(random));
            var offer = new KeyOffer(KeySetPurpose.LOT, lot, key).sign(SigningKey.of(person, random));
            members.add(new KeySetMember(x, "保管人" + x, side, person.certificate(), key, offer));
        }
        return new KeySet(KeySetPurpose.LOT, lot, 2, members);
    }

    private SealedBid seal() {
        var files = List.of(
                FileSource.of(Bytes.ascii("bid")),
                FileSource.of(Bytes.ascii("manifest")),
                FileSource.of(new byte[700]));
        var request = new SealRequest(
                tenderCtx, 1, OpeningMode.TRUSTEES, set, new byte[16], 1, null, Sm2.publicKey(selfKey), files);
        try {
            return new BidSealer(new Sm4Gcm(), random, 1).seal(request, bidder, (n, i, frame) -> frames.put(n, frame));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
