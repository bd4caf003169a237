package cn.qifeng.trading.opening;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three trustees with keys for one lot, two of whom open. */
final class Trustees {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, BigInteger> keys = new HashMap<>();
    private final KeySet set;

    Trustees(LotId lot, List<TestPerson> people) {
        var sides = List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE);
        var members = new ArrayList<KeySetMember>();
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            var secret = Sm2.newPrivateKey(RANDOM);
            var offer = new KeyOffer(KeySetPurpose.LOT, lot.value(), Sm2.publicKey(secret));
            keys.put(person.key().certificateId(), secret);
            members.add(new KeySetMember(
                    i + 1,
                    person.name(),
                    sides.get(i),
                    person.key().certificate(),
                    offer.encryptionKey(),
                    offer.sign(person.key())));
        }
        set = new KeySet(KeySetPurpose.LOT, lot.value(), 2, members).verify();
    }

    KeySet set() {
        return set;
    }

    /** What this trustee answers for one header: its share in hex, or empty for a bad wrap. */
    Optional<String> share(TestPerson person, byte[] header) {
        var id = person.key().certificateId();
        return new BidOpener(new Sm4Gcm())
                .share(BidHeader.decode(header), id, keys.get(id))
                .map(Hex::encode);
    }

    BigInteger secret(TestPerson person) {
        return keys.get(person.key().certificateId());
    }
}
