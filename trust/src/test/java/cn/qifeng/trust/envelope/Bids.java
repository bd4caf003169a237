package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.keyset.KeySetMember;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sealed bids of one bidder in one lot, with their frames in memory. */
final class Bids {

    static final byte[] TENDER_CTX = BidCore.tenderCtx(Sm3.of(Bytes.ascii("publication")), People.LOT);
    static final byte[] BID_ID = new byte[16];
    static final BidOpener OPENER = new BidOpener(new Sm4Gcm());

    final People people;
    final SealedBid sealed;
    final Map<Integer, List<byte[]>> frames = new TreeMap<>();

    Bids(People people, OpeningMode mode, int seq, byte[] prev, List<byte[]> files) {
        this.people = people;
        var request = new SealRequest(
                TENDER_CTX,
                1,
                mode,
                people.keySet(),
                BID_ID,
                seq,
                prev,
                Sm2.publicKey(people.bidderEncryptionKey()),
                files.stream().map(FileSource::of).toList());
        try {
            sealed = new BidSealer(new Sm4Gcm(), people.random()).seal(request, people.bidder(), this::keep);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    static Bids first(People people) {
        return new Bids(
                people,
                OpeningMode.TRUSTEES,
                1,
                null,
                List.of(Bytes.ascii("bid"), Bytes.ascii("manifest"), new byte[0]));
    }

    private void keep(int n, int i, byte[] frame) {
        frames.computeIfAbsent(n, key -> new ArrayList<>()).add(frame);
    }

    BidHeader header() {
        return sealed.header();
    }

    EnvelopeCheck.Expected expected() {
        return new EnvelopeCheck.Expected(TENDER_CTX, 1, OpeningMode.TRUSTEES, people.keySet(), null);
    }

    EnvelopeCheck.Checked check() {
        return check(sealed.headerDer());
    }

    /** Signs other header bytes as the same bidder and checks them. */
    EnvelopeCheck.Checked check(byte[] der) {
        return EnvelopeCheck.check(der, people.bidder().sign(der), expected());
    }

    Map<Integer, List<byte[]>> frameHashes() {
        var hashes = new HashMap<Integer, List<byte[]>>();
        frames.forEach((n, list) -> hashes.put(
                n, new ArrayList<>(list.stream().map(frame -> Sm3.of(frame)).toList())));
        return hashes;
    }

    byte[] stored(int n) {
        return Bytes.concat(frames.get(n).toArray(byte[][]::new));
    }

    /** Answers of these trustees, by x, as their clients give them. */
    Map<String, Optional<byte[]>> answers(BidHeader header, int... xs) {
        var answers = new HashMap<String, Optional<byte[]>>();
        for (int x : xs) {
            KeySetMember member = people.keySet().members().get(x - 1);
            answers.put(member.idHex(), OPENER.share(header, member.idHex(), people.trusteeKey(x)));
        }
        return answers;
    }

    BidOpening open(BidHeader header, int... xs) {
        return OPENER.open(header, people.keySet(), answers(header, xs));
    }

    byte[] decrypt(BidOpening opening, int n) {
        var plain = new ByteArrayOutputStream();
        try {
            OPENER.decrypt((BidOpening.Opened) opening, n, new ByteArrayInputStream(stored(n)), plain);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return plain.toByteArray();
    }
}
