package cn.qifeng.trust.envelope;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Release of a bid by its bidder 投标人解密放行")
class BidReleaseTest {

    private static final String HASH = "ab".repeat(32);

    private final People people = People.twoOfThree();
    private final Bids bid =
            new Bids(people, OpeningMode.BIDDERS, 1, null, List.of(Bytes.ascii("bid"), Bytes.ascii("manifest")));

    @Test
    void letsAnyTwoTrusteesOpenWhatTheyCouldNotOpenBefore() {
        var released = bid.header().released(wraps());

        assertThat(bid.open(bid.header(), 1, 2)).isNotInstanceOf(BidOpening.Opened.class);
        assertThat(bid.decrypt(bid.open(released, 1, 3), 1)).isEqualTo(Bytes.ascii("bid"));
        assertThat(bid.decrypt(bid.open(released, 2, 3), 2)).isEqualTo(Bytes.ascii("manifest"));
    }

    @Test
    void isMadeByTheBiddersOwnKeyOnly() {
        var stranger = Sm2.newPrivateKey(people.random());

        refusal(EnvelopeFinding.WRAP_DIFFERS, () -> Bids.OPENER.release(bid.header(), people.keySet(), stranger));
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(release(wraps()).toDoc()).isEqualTo(release(wraps()).toDoc());
    }

    @Test
    void withAWrapOfAnotherBidIsFoundInvalidByTheShares() {
        var other = new Bids(people, OpeningMode.BIDDERS, 1, null, List.of(new byte[1], new byte[1]));
        var foreign = Bids.OPENER.release(other.header(), people.keySet(), people.bidderEncryptionKey());
        var mixed = List.of(wraps().get(0), wraps().get(1), foreign.get(2));

        assertThat(bid.open(bid.header().released(mixed), 1, 2))
                .isEqualTo(new BidOpening.Invalid(EnvelopeFinding.SHARE_COMMITMENT, "trustees[2].shareCommit"));
    }

    @Test
    void readsWhatItWrites() {
        var release = release(wraps());
        var read = BidRelease.from(seen(release.toDoc()));

        assertThat(read.toDoc()).isEqualTo(release.toDoc());
        assertThat(bid.decrypt(bid.open(bid.header().released(read.wraps()), 1, 2), 1))
                .isEqualTo(Bytes.ascii("bid"));
    }

    @Test
    void refusesAnyOtherShape() {
        var without = seen(release(wraps()).toDoc());
        without.remove("checkpoint");
        var more = seen(release(wraps()).toDoc()).put("platformKey", HASH);

        refusal(TrustRefusal.BAD_FIELD, () -> BidRelease.from(without));
        refusal(TrustRefusal.BAD_FIELD, () -> BidRelease.from(more));
    }

    private List<TrusteeWrap> wraps() {
        return Bids.OPENER.release(bid.header(), people.keySet(), people.bidderEncryptionKey());
    }

    private BidRelease release(List<TrusteeWrap> wraps) {
        return new BidRelease(
                UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff"),
                People.LOT,
                Hex.encode(Bids.BID_ID),
                bid.header().hashHex(),
                HASH,
                HASH,
                people.keySet().idHex(),
                wraps);
    }

    private static ObjectNode seen(ObjectNode doc) {
        doc.set("seen", CanonicalJson.object().put("n", 1).put("hash", HASH));
        return doc;
    }
}
