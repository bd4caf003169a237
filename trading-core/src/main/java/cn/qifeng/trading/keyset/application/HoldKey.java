package cn.qifeng.trading.keyset.application;

import static cn.qifeng.trading.keyset.domain.KeySetRefusal.FOREIGN_OFFER;
import static cn.qifeng.trading.keyset.domain.KeySetRefusal.NOT_FOUND;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.keyset.domain.KeyCeremonies;
import cn.qifeng.trading.keyset.domain.KeyCeremony;
import cn.qifeng.trading.keyset.domain.Seat;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.sign.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** What a trustee does in a ceremony (保管人持钥): offers its key, then shows with a canary that the key works. */
@ApplicationScoped
public class HoldKey {

    /** Every canary starts with this, so that a client never shows the inside of any other wrap. */
    private static final byte[] CANARY = Bytes.ascii("QK1 canary");

    private static final int CANARY_RANDOM = 22;

    private final KeyCeremonies ceremonies;
    private final PlatformKeys keys;
    private final LegalClock clock;
    private final SecureRandom random = new SecureRandom();

    HoldKey(KeyCeremonies ceremonies, PlatformKeys keys, LegalClock clock) {
        this.ceremonies = ceremonies;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Takes a member's encryption key.
     *
     * @param certificateId of the session; the offer must be signed by it
     * @param encryptionKey SM2 point, hex
     * @param sig base64 of the QS1 signature over the key offer
     */
    @Transactional
    public KeyCeremony offer(UUID id, PersonId person, String certificateId, String encryptionKey, String sig) {
        var ceremony = lock(id, person);
        var seat = ceremony.seat(person).orElseThrow();
        var point = Sm2.checkPoint(Hex.decode(encryptionKey));
        var signed = new KeyOffer(ceremony.purpose(), ceremony.owner(), point)
                .verify(Fields.base64("sig", sig, Signatures.SIZE_MAX));
        if (!signed.certificateId().equals(certificateId)) {
            throw new Refused(FOREIGN_OFFER, Facts.field("sig", signed.certificateId(), certificateId));
        }
        new CertificatePath(keys.roots()).checkSigner(signed.certificate(), signed.chain(), clock.now());
        var canary = canary();
        var wrap = Sm2Wrap.wrap(point, canary, Sm2.newPrivateKey(random)).encode();
        var member = new KeySetMember(seat.x(), seat.name(), seat.side(), signed.certificate(), point, sig);
        var next =
                ceremony.offer(member, Hex.encode(canary), Base64.getEncoder().encodeToString(wrap));
        ceremonies.save(next);
        return next;
    }

    /** Takes a member's answer (hex) to its canary. */
    @Transactional
    public KeyCeremony answer(UUID id, PersonId person, String answer) {
        var ceremony = lock(id, person);
        var next = ceremony.answer(ceremony.seat(person).orElseThrow(), answer);
        ceremonies.save(next);
        return next;
    }

    /** The seat of a member; refuses strangers with {@code key-set/not-found}. */
    @Transactional
    public Seat seat(UUID id, PersonId person) {
        return ceremonies
                .find(id)
                .flatMap(ceremony -> ceremony.seat(person))
                .orElseThrow(() -> new Refused(NOT_FOUND, Facts.of("id", id)));
    }

    private KeyCeremony lock(UUID id, PersonId person) {
        return ceremonies
                .lock(id)
                .filter(ceremony -> ceremony.seat(person).isPresent())
                .orElseThrow(() -> new Refused(NOT_FOUND, Facts.of("id", id)));
    }

    private byte[] canary() {
        var value = new byte[CANARY_RANDOM];
        random.nextBytes(value);
        return Bytes.concat(CANARY, value);
    }
}
