package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Hkdf;
import cn.qifeng.trust.hash.Sm3;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * Key of one lot's rows (标段密钥). Without it a row of a bid tells neither its lot nor its bidder. Kept in the database
 * only wrapped by the vault key.
 */
public final class LotKey {

    /** Bytes of the key. */
    public static final int LENGTH = 16;

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LotId lot;
    private final byte[] key;
    private final byte[] rows;

    /** The key of {@code lot}; 16 bytes. */
    public LotKey(LotId lot, byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("lot key of " + key.length + " bytes");
        }
        this.lot = lot;
        this.key = key.clone();
        this.rows = Hkdf.expand(Hkdf.extract(Bytes.uuid(lot.value()), key), Bytes.ascii("QB1 rows"), LENGTH);
    }

    /** A new random key. */
    public static LotKey random(LotId lot) {
        var key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return new LotKey(lot, key);
    }

    /** The lot. */
    public LotId lot() {
        return lot;
    }

    /** The key itself, to be wrapped. */
    public byte[] bytes() {
        return key.clone();
    }

    /** How the row {@code id} refers to this lot: HMAC-SM3(lot key, "lot" ‖ id). */
    public byte[] lotRef(UUID id) {
        return Sm3.hmac(key, Bytes.ascii("lot"), Bytes.uuid(id));
    }

    /** How a row refers to its bidder: HMAC-SM3(lot key, "bidder" ‖ credit code). */
    public byte[] bidderRef(Uscc uscc) {
        return Sm3.hmac(key, Bytes.ascii("bidder"), Bytes.ascii(uscc.value()));
    }

    /** How a row refers to the header that it sealed: HMAC-SM3(lot key, "header" ‖ SM3(header)). */
    public byte[] headerRef(byte[] headerHash) {
        return Sm3.hmac(key, Bytes.ascii("header"), headerHash);
    }

    /** What the holder of a complete upload shows at the seal; tells nothing but the upload. */
    public String ticket(UUID upload) {
        return upload + "." + Hex.encode(Sm3.hmac(key, Bytes.ascii("ticket"), Bytes.uuid(upload)));
    }

    /** Encrypts the content of row {@code id}. */
    public byte[] seal(UUID id, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return Bytes.concat(nonce, new Sm4Gcm().seal(rows, nonce, Bytes.uuid(id), plain, plain.length));
    }

    /** Decrypts the content of row {@code id}. Throws {@link IllegalStateException} when it is not of this lot. */
    public byte[] open(UUID id, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var frame = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        try {
            return new Sm4Gcm().open(rows, nonce, Bytes.uuid(id), frame);
        } catch (Refused forged) {
            throw new IllegalStateException("row " + id + " does not open with the key of its lot", forged);
        }
    }
}
