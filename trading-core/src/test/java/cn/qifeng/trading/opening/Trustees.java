package cn.qifeng.trading.opening;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.keyset.application.HoldKey;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Makes the key sets of test lots: three trustees, two of whom open. */
@ApplicationScoped
public class Trustees {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<Side> SIDES = List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE);

    private final KeySets keySets;
    private final HoldKey holdKey;
    private final Map<String, BigInteger> secrets = new ConcurrentHashMap<>();

    Trustees(KeySets keySets, HoldKey holdKey) {
        this.keySets = keySets;
        this.holdKey = holdKey;
    }

    /** Holds the ceremony of a lot with these three people. */
    public KeySet ceremony(TenderId tender, LotId lot, List<TestPerson> people) {
        var id = UUID.randomUUID();
        var members = IntStream.range(0, people.size())
                .mapToObj(i ->
                        new KeySets.Member(people.get(i).id(), people.get(i).name(), SIDES.get(i)))
                .toList();
        keySets.open(id, tender, KeySetPurpose.LOT, lot.value(), 2, members);
        return hold(id, lot, people);
    }

    /** The same of a ceremony that was opened for these people. */
    public KeySet hold(UUID id, LotId lot, List<TestPerson> people) {
        people.forEach(person -> offerAndAnswer(id, lot, person));
        var set = keySets.requireComplete(id);
        people.forEach(person -> secrets.put(set.idHex() + person.account(), secrets.get(lot + person.account())));
        return set;
    }

    private void offerAndAnswer(UUID ceremony, LotId lot, TestPerson person) {
        var secret = Sm2.newPrivateKey(RANDOM);
        secrets.put(lot + person.account(), secret);
        var offer = new KeyOffer(KeySetPurpose.LOT, lot.value(), Sm2.publicKey(secret));
        var key = person.key();
        holdKey.offer(ceremony, person.id(), key.certificateId(), Hex.encode(offer.encryptionKey()), offer.sign(key));
        var challenge =
                Base64.getDecoder().decode(holdKey.seat(ceremony, person.id()).challenge());
        holdKey.answer(ceremony, person.id(), Hex.encode(Sm2Wrap.unwrap(secret, Sm2Cipher.decode(challenge))));
    }

    /** What this trustee answers for one header: its share in hex, or empty for a bad wrap. */
    Optional<String> share(String set, TestPerson person, BidHeader header) {
        return new BidOpener(new Sm4Gcm())
                .share(header, person.key().certificateId(), secrets.get(set + person.account()))
                .map(Hex::encode);
    }
}
