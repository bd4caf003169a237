package cn.qifeng.launcher.measure.envelopes;

import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A lot with its key set and one bidder, all keys made for this run. Both languages seal to it and open for it. */
record CaseGroup(UUID lot, KeySet set, List<BigInteger> trusteeKeys, Credential bidder, BigInteger selfKey) {

    private static final Duration AGE = Duration.ofDays(1);
    private static final List<Side> SIDES =
            List.of(Side.SUPERVISION, Side.NOTARY, Side.CENTRE, Side.TENDERER, Side.NOTARY);

    /** A group of {@code members} trustees, any {@code threshold} of whom open. */
    static CaseGroup make(int threshold, int members, SecureRandom random) {
        var now = Instant.now();
        var authority = CertificateAuthority.create("启封测试根", now, random);
        var lot = UUID.randomUUID();
        List<KeySetMember> list = new ArrayList<>();
        List<BigInteger> keys = new ArrayList<>();
        for (int x = 1; x <= members; x++) {
            var side = SIDES.get(x - 1);
            var person = authority.issueWithKey(new Subject("保管人" + x, side.name(), null), now, now.plus(AGE));
            var key = Sm2.newPrivateKey(random);
            var offer = new KeyOffer(KeySetPurpose.LOT, lot, Sm2.publicKey(key));
            keys.add(key);
            list.add(new KeySetMember(
                    x,
                    "保管人" + x,
                    side,
                    person.certificate(),
                    Sm2.publicKey(key),
                    offer.sign(SigningKey.of(person, random))));
        }
        var subject = new Subject("投标人 王一", "青石建设有限公司", "91330703MA2E0QS10T");
        return new CaseGroup(
                lot,
                new KeySet(KeySetPurpose.LOT, lot, threshold, list).verify(),
                List.copyOf(keys),
                authority.issueWithKey(subject, now, now.plus(AGE)),
                Sm2.newPrivateKey(random));
    }

    /** All that the other language needs, private keys included: they are worth nothing outside this run. */
    ObjectNode toJson() {
        var json = CanonicalJson.object().put("lot", lot.toString());
        json.set("set", set.toDoc());
        var keys = json.putArray("trusteeKeys");
        trusteeKeys.forEach(key -> keys.add(hex(key)));
        json.putObject("bidder")
                .put("certificate", Certificates.base64(bidder.certificate()))
                .put("signKey", hex(bidder.privateKey()))
                .put("encryptionKey", hex(selfKey));
        return json;
    }

    private static String hex(BigInteger key) {
        return Hex.encode(Sm2.bytes32(key));
    }
}
