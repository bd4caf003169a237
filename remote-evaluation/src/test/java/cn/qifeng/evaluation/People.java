package cn.qifeng.evaluation;

import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import cn.qifeng.trust.sign.SigningKey;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Fictional people with certificates of a CA that this test run makes. */
final class People {

    static final int EXPERTS = 60;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CertificateAuthority CA = CertificateAuthority.create("测试根", Instant.now(), RANDOM);

    static final List<Person> ALL_EXPERTS = experts();
    static final List<Person> TRUSTEES =
            List.of(person("监督员", "SUPERVISION"), person("公证员", "NOTARY"), person("见证员", "CENTRE"));

    /** Somebody of the procuring entity, and a supervisor. */
    static final Person HOST = person("招标人经办", "HOST");

    static final Person SUPERVISOR = person("监督员二", "SUPERVISOR");

    private People() {}

    /** Somebody who signs for an organisation. */
    static Person of(String name, String organisation, String uscc) {
        return person(name, name, new Subject(name, organisation, uscc));
    }

    /** The private keys of the sets that this run made, by owner and certificate id. */
    private static final Map<String, BigInteger> SET_KEYS = new ConcurrentHashMap<>();

    /** Someone who can log in and sign. */
    record Person(UUID id, String number, String name, SigningKey key) {

        String certificateId() {
            return key.certificateId();
        }
    }

    /** Root of everybody's certificate, base64. */
    static String root() {
        try {
            return Base64.getEncoder().encodeToString(CA.root().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The session's key set, with fresh keys. */
    static KeySet keySet(UUID owner) {
        var members = new ArrayList<KeySetMember>();
        for (var trustee : TRUSTEES) {
            var privateKey = Sm2.newPrivateKey(RANDOM);
            SET_KEYS.put(owner + trustee.certificateId(), privateKey);
            var offer = new KeyOffer(KeySetPurpose.SESSION, owner, Sm2.publicKey(privateKey));
            members.add(new KeySetMember(
                    members.size() + 1,
                    trustee.name(),
                    Side.valueOf(trustee.number()),
                    trustee.key().certificate(),
                    offer.encryptionKey(),
                    offer.sign(trustee.key())));
        }
        return new KeySet(KeySetPurpose.SESSION, owner, 2, members);
    }

    /** The key that a trustee made for this session. */
    static BigInteger setKey(String owner, Person trustee) {
        return SET_KEYS.get(owner + trustee.certificateId());
    }

    static Person byId(String id) {
        return ALL_EXPERTS.stream()
                .filter(it -> it.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Person byNumber(String number) {
        return ALL_EXPERTS.stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    static String nonce() {
        var nonce = new byte[32];
        RANDOM.nextBytes(nonce);
        return Hex.encode(nonce);
    }

    private static List<Person> experts() {
        var experts = new ArrayList<Person>();
        for (int i = 1; i <= EXPERTS; i++) {
            experts.add(person("测试专家" + i, String.format("E%04d", i)));
        }
        return experts;
    }

    private static Person person(String name, String number) {
        return person(name, number, new Subject(name, "测试单位", null));
    }

    private static Person person(String name, String number, Subject subject) {
        var now = Instant.now();
        Credential credential = CA.issueWithKey(subject, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
        return new Person(UUID.randomUUID(), number, name, SigningKey.of(credential));
    }
}
