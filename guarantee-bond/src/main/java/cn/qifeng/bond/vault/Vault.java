package cn.qifeng.bond.vault;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Hkdf;
import cn.qifeng.trust.hash.Sm3;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * Vault (密钥库) of the bond service. Rows are encrypted one by one; a row refers to its lot and to its applicant only
 * by HMAC-SM3 under keys that are derived from the vault key, which is not in the database. So a dump of the tables
 * tells neither for which lots bonds exist nor who bought one.
 */
public final class Vault {

    /** Bytes of the vault key. */
    public static final int KEY = 32;

    private static final int NONCE = 12;
    private static final int ROW_KEY = 16;

    private final byte[] prk;
    private final SecureRandom random = new SecureRandom();

    /** A vault over a key of 32 bytes. */
    public Vault(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("vault key of " + key.length + " bytes");
        }
        this.prk = Hkdf.extract(Bytes.ascii("QB2 vault"), key);
    }

    /** How a row refers to its lot: HMAC-SM3(lot key, "lot" ‖ row). */
    public String lotRef(LotId lot, UUID row) {
        return Hex.encode(Sm3.hmac(lotKey(lot), Bytes.ascii("lot"), Bytes.uuid(row)));
    }

    /** What is unique among live rows of a lot: HMAC-SM3(lot key, "applicant" ‖ party). */
    public String liveRef(LotId lot, UUID party) {
        return Hex.encode(Sm3.hmac(lotKey(lot), Bytes.ascii("applicant"), Bytes.uuid(party)));
    }

    /** How rows of any lot refer to their applicant. */
    public String applicantRef(UUID party) {
        return Hex.encode(Sm3.hmac(derived("applicant", Bytes.uuid(party), KEY), Bytes.ascii("applicant")));
    }

    /** Encrypts the content of a row. */
    public byte[] seal(UUID row, byte[] plain) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return Bytes.concat(nonce, new Sm4Gcm().seal(rowKey(row), nonce, Bytes.uuid(row), plain, plain.length));
    }

    /** Decrypts the content of a row; refuses with {@code trust/forged} what was not sealed for this row. */
    public byte[] open(UUID row, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return new Sm4Gcm().open(rowKey(row), nonce, Bytes.uuid(row), Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] lotKey(LotId lot) {
        return derived("lot", Bytes.uuid(lot.value()), KEY);
    }

    private byte[] rowKey(UUID row) {
        return derived("row", Bytes.uuid(row), ROW_KEY);
    }

    private byte[] derived(String label, byte[] of, int length) {
        return Hkdf.expand(prk, Bytes.concat(Bytes.ascii("QB2 " + label), of), length);
    }
}
