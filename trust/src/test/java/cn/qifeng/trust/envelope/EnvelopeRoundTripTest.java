package cn.qifeng.trust.envelope;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.fixture.RepeatableRandom;
import cn.qifeng.trust.hash.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bid envelope 投标文件封装, sealed and opened")
class EnvelopeRoundTripTest {

    @Test
    void anyTwoOfThreeTrusteesOpenIt() {
        var bid = Bids.first(People.twoOfThree());

        for (var pair : List.of(new int[] {1, 2}, new int[] {1, 3}, new int[] {3, 2})) {
            var opened = bid.open(bid.header(), pair);
            assertThat(bid.decrypt(opened, 1)).isEqualTo(Bytes.ascii("bid"));
            assertThat(bid.decrypt(opened, 3)).isEmpty();
        }
    }

    @Test
    void oneTrusteeAloneWaits() {
        var bid = Bids.first(People.twoOfThree());

        assertThat(bid.open(bid.header(), 2)).isEqualTo(new BidOpening.Waiting(1, 2));
    }

    @Test
    void theBidderOpensItWithItsOwnKey() {
        var bid = Bids.first(People.twoOfThree());
        var opened = Bids.OPENER.openSelf(
                bid.header(), OpeningMode.TRUSTEES, bid.people.keySet(), bid.people.bidderEncryptionKey());

        assertThat(bid.decrypt(opened, 2)).isEqualTo(Bytes.ascii("manifest"));
    }

    @Test
    void inModeBiddersNoTrusteeHoldsAShare() {
        var people = People.twoOfThree();
        var bid = new Bids(people, OpeningMode.BIDDERS, 1, null, List.of(new byte[1], new byte[2]));
        var opened =
                Bids.OPENER.openSelf(bid.header(), OpeningMode.BIDDERS, people.keySet(), people.bidderEncryptionKey());

        assertThat(bid.header().trustees()).isEmpty();
        assertThat(bid.decrypt(opened, 2)).isEqualTo(new byte[2]);
    }

    @Test
    void theSameKeyMakesTheSameBytes() throws Exception {
        var bid = Bids.first(People.twoOfThree());
        var keys = bid.sealed.keys();
        var wraps = new BidWraps(keys, bid.header().core().hash());
        var rebuilt = new BidHeader(
                bid.header().core(),
                bid.header().files(),
                wraps.self(bid.header().self().publicKey()),
                wraps.trustees(OpeningMode.TRUSTEES, bid.people.keySet()));

        assertThat(rebuilt.encode()).isEqualTo(bid.sealed.headerDer());
    }

    @Test
    void twoAttemptsShareNoKey() {
        var people = People.twoOfThree();

        assertThat(Bids.first(people).header().core().keyCommit())
                .isNotEqualTo(Bids.first(people).header().core().keyCommit());
    }

    @Test
    void twoHundredShapesGoThrough() {
        var random = new Random(20260302);
        var groups = List.of(new People("1 of 2", 1, 2), People.twoOfThree(), new People("3 of 5", 3, 5));
        for (int i = 0; i < 200; i++) {
            var people = groups.get(i % groups.size());
            var files = files(random, i);
            var bid = new Bids(people, OpeningMode.TRUSTEES, 1, null, files);
            EnvelopeCheck.checkFrames(bid.check().header(), bid.frameHashes());
            var header = BidHeader.decode(bid.sealed.headerDer());
            var opened = bid.open(header, chosen(people, random));
            for (int n = 1; n <= files.size(); n++) {
                assertThat(bid.decrypt(opened, n)).isEqualTo(files.get(n - 1));
            }
        }
    }

    @Test
    void oneFrameOfALargeFileOpensAlone() throws Exception {
        var people = People.twoOfThree();
        var large = new byte[2 * Frames.SIZE + 5];
        new Random(7).nextBytes(large);
        var bid = new Bids(people, OpeningMode.TRUSTEES, 1, null, List.of(new byte[1], large));
        var opened = (BidOpening.Opened) bid.open(bid.header(), 1, 2);
        var second = Arrays.copyOfRange(bid.stored(2), Frames.STORED_MAX, 2 * Frames.STORED_MAX);
        var plain = new ByteArrayOutputStream();

        Bids.OPENER.decrypt(opened, 2, 1, 1, new ByteArrayInputStream(second), plain);

        assertThat(plain.toByteArray()).isEqualTo(Arrays.copyOfRange(large, Frames.SIZE, 2 * Frames.SIZE));
        assertThat(Frames.of(Frames.SIZE - 1)).isZero();
        assertThat(Frames.of(2L * Frames.SIZE)).isEqualTo(2);
        refusal(
                EnvelopeFinding.FRAME_FORGED,
                () -> Bids.OPENER.decrypt(opened, 2, 0, 0, new ByteArrayInputStream(second), plain));
    }

    private static List<byte[]> files(Random random, int i) {
        var files = new ArrayList<byte[]>();
        int count = 2 + random.nextInt(i % 25 == 0 ? 63 : 4);
        for (int n = 0; n < count; n++) {
            files.add(new byte[random.nextInt(400)]);
            random.nextBytes(files.get(n));
        }
        if (i % 20 == 0) {
            files.set(1, new byte[Frames.SIZE + i / 20 - 5]);
        }
        return files;
    }

    private static int[] chosen(People people, Random random) {
        int members = people.keySet().members().size();
        int start = random.nextInt(members);
        return IntStream.range(0, people.keySet().threshold())
                .map(i -> (start + i) % members + 1)
                .toArray();
    }

    @Test
    void memoryDoesNotGrowWithTheFile() throws Exception {
        var people = People.twoOfThree();
        long length = 16L * Frames.SIZE + 17;
        var zeros = new FileSource() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return new ZeroStream(length);
            }
        };
        var request = new SealRequest(
                Bids.TENDER_CTX,
                1,
                OpeningMode.TRUSTEES,
                people.keySet(),
                Bids.BID_ID,
                1,
                null,
                Sm2.publicKey(people.bidderEncryptionKey()),
                List.of(FileSource.of(new byte[1]), FileSource.of(new byte[1]), zeros));
        var largest = new long[1];
        var sealed = new BidSealer(new Sm4Gcm(), new RepeatableRandom("zeros"))
                .seal(request, people.bidder(), (n, i, frame) -> largest[0] = Math.max(largest[0], frame.length));

        assertThat(largest[0]).isEqualTo(Frames.SIZE + 16);
        assertThat(sealed.header().file(3).frameCount()).isEqualTo(17);
    }

    /** So many zeros, never held in memory. */
    private static final class ZeroStream extends InputStream {

        private long left;

        ZeroStream(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int step = (int) Math.min(left, length);
            Arrays.fill(bytes, offset, offset + step, (byte) 0);
            left -= step;
            return step;
        }
    }
}
