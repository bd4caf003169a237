package cn.qifeng.trust.envelope;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every finding about an envelope 封装检查")
class EnvelopeFindingTest {

    private static final People PEOPLE = People.twoOfThree();
    private static final Bids BID = Bids.first(PEOPLE);

    @Test
    void aSoundEnvelopePasses() {
        EnvelopeCheck.checkFrames(BID.check().header(), BID.frameHashes());
    }

    @Test
    void plainFilesAreNamedAsNotEncrypted() {
        for (var plain :
                List.of("%PDF-1.7 …", "PK\003\004 archive", "<?xml version='1.0'?>", "plain text ".repeat(20))) {
            refusal(EnvelopeFinding.NOT_ENCRYPTED, () -> BID.check(Bytes.ascii(plain)));
        }
    }

    @Test
    void otherBytesAreMalformed() {
        var der = BID.sealed.headerDer();
        refusal(EnvelopeFinding.MALFORMED, () -> BID.check(Arrays.copyOf(der, der.length + 1)));
        refusal(EnvelopeFinding.MALFORMED, () -> BID.check(Arrays.copyOf(der, der.length - 1)));
        refusal(EnvelopeFinding.MALFORMED, () -> BID.check(new byte[0]));
        refusal(EnvelopeFinding.MALFORMED, () -> BID.check(new byte[BidHeader.SIZE_MAX + 1]));
    }

    @Test
    void deepNestingIsMalformedNotACrash() {
        var deep = new byte[BidHeader.SIZE_MAX];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        refusal(EnvelopeFinding.MALFORMED, () -> BID.check(deep));
    }

    @Test
    void aSignatureOverSomethingElseIsBad() {
        var signature = PEOPLE.bidder().sign(new byte[1]);

        refusal(
                EnvelopeFinding.BAD_SIGNATURE,
                () -> EnvelopeCheck.check(BID.sealed.headerDer(), signature, BID.expected()));
    }

    @Test
    void anotherSignerIsAForeignBidder() {
        var signature = PEOPLE.signingKey(PEOPLE.trustee(1)).sign(BID.sealed.headerDer());

        refusal(
                EnvelopeFinding.FOREIGN_BIDDER,
                () -> EnvelopeCheck.check(BID.sealed.headerDer(), signature, BID.expected()));
    }

    @Test
    void anEnvelopeOfAnotherTenderIsForeign() {
        var elsewhere = new EnvelopeCheck.Expected(new byte[32], 1, OpeningMode.TRUSTEES, PEOPLE.keySet(), null);

        refusal(EnvelopeFinding.FOREIGN_TENDER, () -> check(elsewhere));
    }

    @Test
    void aDocumentNeverPublishedIsUnknown() {
        var core = BID.header().core();
        var later = new BidCore(
                core.tenderCtx(),
                2,
                core.trusteeSet(),
                core.bidder(),
                core.bidId(),
                1,
                null,
                core.salt(),
                core.keyCommit());

        refusal(EnvelopeFinding.UNKNOWN_DOCUMENT, () -> BID.check(with(later).encode()));
    }

    @Test
    void anotherKeySetIsForeign() {
        var other = new People("others", 2, 3).keySet();
        var elsewhere = new EnvelopeCheck.Expected(Bids.TENDER_CTX, 1, OpeningMode.TRUSTEES, other, null);

        refusal(EnvelopeFinding.FOREIGN_TRUSTEES, () -> check(elsewhere));
    }

    @Test
    void trusteesInAnotherOrderOrMissingAreForeign() {
        var swapped = new ArrayList<>(BID.header().trustees());
        swapped.add(swapped.remove(0));

        refusal(EnvelopeFinding.FOREIGN_TRUSTEES, () -> BID.check(with(swapped).encode()));
        refusal(
                EnvelopeFinding.FOREIGN_TRUSTEES,
                () -> BID.check(with(List.of()).encode()));
    }

    @Test
    void aReplacementMustFollowTheFormerEnvelope() {
        var former = new EnvelopeCheck.Former(Bids.BID_ID, 1, BID.header().hash());
        var lot = new EnvelopeCheck.Expected(Bids.TENDER_CTX, 1, OpeningMode.TRUSTEES, PEOPLE.keySet(), former);
        var second = replacement(BID.header().hash());
        var stray = replacement(new byte[32]);

        EnvelopeCheck.check(second.sealed.headerDer(), second.sealed.signature(), lot);
        refusal(EnvelopeFinding.WRONG_SEQUENCE, () -> check(lot));
        refusal(EnvelopeFinding.WRONG_SEQUENCE, second::check);
        refusal(
                EnvelopeFinding.WRONG_SEQUENCE,
                () -> EnvelopeCheck.check(stray.sealed.headerDer(), stray.sealed.signature(), lot));
    }

    @Test
    void missingFramesAreNamed() {
        var hashes = BID.frameHashes();
        hashes.remove(2);

        refusal(EnvelopeFinding.FRAMES_MISSING, () -> EnvelopeCheck.checkFrames(BID.header(), hashes));
    }

    @Test
    void otherFramesDiffer() {
        var hashes = BID.frameHashes();
        hashes.get(1).set(0, new byte[32]);

        refusal(EnvelopeFinding.FRAMES_DIFFER, () -> EnvelopeCheck.checkFrames(BID.header(), hashes));
    }

    @Test
    void anotherKeyCommitmentIsFoundOnEveryPath() {
        var core = BID.header().core();
        var other = new BidCore(
                core.tenderCtx(),
                1,
                core.trusteeSet(),
                core.bidder(),
                core.bidId(),
                1,
                null,
                core.salt(),
                new byte[32]);
        var cek = BID.sealed.keys().cek();

        assertThat(Bids.OPENER.openWith(with(other), OpeningMode.TRUSTEES, PEOPLE.keySet(), cek))
                .isEqualTo(new BidOpening.Invalid(EnvelopeFinding.KEY_COMMITMENT, "keyCommit"));
        assertThat(Bids.OPENER.openWith(BID.header(), OpeningMode.TRUSTEES, PEOPLE.keySet(), new byte[16]))
                .isEqualTo(new BidOpening.Invalid(EnvelopeFinding.KEY_COMMITMENT, "keyCommit"));
    }

    @Test
    void anotherFileKeyCommitmentIsFound() {
        var files = new ArrayList<>(BID.header().files());
        var file = files.get(1);
        files.set(1, new BidFile(2, file.length(), file.frameCount(), new byte[32], file.cipherSm3()));
        var header = new BidHeader(
                BID.header().core(), files, BID.header().self(), BID.header().trustees());

        assertThat(BID.open(header, 1, 2))
                .isEqualTo(new BidOpening.Invalid(EnvelopeFinding.KEY_COMMITMENT, "files[1].fileKeyCommit"));
    }

    @Test
    void aFalseShareCommitmentOfTheThirdIsFoundByTheOtherTwo() {
        var trustees = new ArrayList<>(BID.header().trustees());
        var third = trustees.get(2);
        trustees.set(2, new TrusteeWrap(third.trusteeId(), new byte[32], third.wrap()));

        assertThat(BID.open(with(trustees), 1, 2))
                .isEqualTo(new BidOpening.Invalid(EnvelopeFinding.SHARE_COMMITMENT, "trustees[2].shareCommit"));
    }

    @Test
    void aWrapWithAnotherScalarDiffers() {
        var trustees = new ArrayList<>(BID.header().trustees());
        var third = trustees.get(2);
        var plain = Sm2Wrap.unwrap(PEOPLE.trusteeKey(3), third.wrap());
        var wrap = Sm2Wrap.wrap(Sm2.publicKey(PEOPLE.trusteeKey(3)), plain, BigInteger.TEN);
        trustees.set(2, new TrusteeWrap(third.trusteeId(), third.shareCommit(), wrap));

        assertThat(BID.open(with(trustees), 1, 2))
                .isEqualTo(new BidOpening.Invalid(EnvelopeFinding.WRAP_DIFFERS, "trustees[2].wrap"));
    }

    @Test
    void anotherSelfWrapDiffersWhoeverOpens() {
        var self = new SelfWrap(
                BID.header().self().publicKey(), BID.header().trustees().get(0).wrap());
        var header = new BidHeader(
                BID.header().core(), BID.header().files(), self, BID.header().trustees());
        var differs = new BidOpening.Invalid(EnvelopeFinding.WRAP_DIFFERS, "self");

        assertThat(BID.open(header, 1, 2)).isEqualTo(differs);
        assertThat(Bids.OPENER.openSelf(header, OpeningMode.TRUSTEES, PEOPLE.keySet(), PEOPLE.bidderEncryptionKey()))
                .isEqualTo(differs);
    }

    @Test
    void everyAlteredFrameIsForged() {
        var random = new Random(7);
        var opened = (BidOpening.Opened) BID.open(BID.header(), 1, 3);
        for (int i = 0; i < 200; i++) {
            var stored = BID.stored(1);
            stored[random.nextInt(stored.length)] ^= (byte) (1 + random.nextInt(255));
            refusal(EnvelopeFinding.FRAME_FORGED, () -> Bids.OPENER.decrypt(opened, 1, stored));
        }
    }

    @Test
    void framesOfAnotherFileOrAShorterFileAreFound() {
        var opened = (BidOpening.Opened) BID.open(BID.header(), 1, 3);
        var cut = Arrays.copyOf(BID.stored(1), 5);

        refusal(EnvelopeFinding.FRAMES_MISSING, () -> Bids.OPENER.decrypt(opened, 1, cut));
        refusal(
                EnvelopeFinding.FRAME_FORGED,
                () -> Bids.OPENER.decrypt(
                        opened.header(),
                        2,
                        opened.keys().fileKey(2),
                        new ByteArrayInputStream(new byte[8 + 16]),
                        OutputStream.nullOutputStream()));
    }

    @Test
    void tooFewGoodSharesAreFoundWhenAllHaveAnswered() {
        var answers = BID.answers(BID.header(), 1);
        answers.put(PEOPLE.keySet().members().get(1).idHex(), Optional.empty());
        assertThat(Bids.OPENER.open(BID.header(), PEOPLE.keySet(), answers)).isEqualTo(new BidOpening.Waiting(1, 2));

        answers.put(PEOPLE.keySet().members().get(2).idHex(), Optional.of(new byte[16]));
        assertThat(Bids.OPENER.open(BID.header(), PEOPLE.keySet(), answers))
                .isEqualTo(new BidOpening.Invalid(EnvelopeFinding.TOO_FEW_SHARES, "trustees"));
    }

    @Test
    void aWrapOfAnotherEnvelopeGivesNoShare() {
        var other = Bids.first(PEOPLE);
        var mixed = with(other.header().trustees());
        var member = PEOPLE.keySet().members().get(0).idHex();

        assertThat(Bids.OPENER.share(mixed, member, PEOPLE.trusteeKey(1))).isEmpty();
    }

    @Test
    void randomMutationsOfTheHeaderAreAllRefusedByReason() {
        var random = new Random(20260302);
        var der = BID.sealed.headerDer();
        for (int i = 0; i < 10_000; i++) {
            var changed = der.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                EnvelopeCheck.check(changed, BID.sealed.signature(), BID.expected());
                throw new AssertionError("mutation " + i + " passed");
            } catch (Refused refused) {
                assertThat(refused.code()).isInstanceOf(EnvelopeFinding.class);
            }
        }
    }

    private static void check(EnvelopeCheck.Expected expected) {
        EnvelopeCheck.check(BID.sealed.headerDer(), BID.sealed.signature(), expected);
    }

    private static Bids replacement(byte[] prev) {
        return new Bids(PEOPLE, OpeningMode.TRUSTEES, 2, prev, List.of(new byte[1], new byte[1]));
    }

    private static BidHeader with(BidCore core) {
        return new BidHeader(
                core, BID.header().files(), BID.header().self(), BID.header().trustees());
    }

    private static BidHeader with(List<TrusteeWrap> trustees) {
        return new BidHeader(
                BID.header().core(), BID.header().files(), BID.header().self(), trustees);
    }
}
