package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.secret.SecretBox;
import java.util.UUID;

/**
 * Key of one lot's rows (标段密钥). Without it a row of a bid tells neither its lot nor its bidder. Kept in the database
 * only wrapped by the vault key.
 */
public record LotKey(LotId lot, SecretBox box) {

    /** How the row {@code id} refers to this lot: blind index of the id. */
    public byte[] lotRef(UUID id) {
        return box.index("lot", Bytes.uuid(id));
    }

    /** How a row refers to its bidder: blind index of the credit code. */
    public byte[] bidderRef(Uscc uscc) {
        return box.index("bidder", Bytes.ascii(uscc.value()));
    }

    /** How a row refers to the header that it sealed: blind index of SM3(header). */
    public byte[] headerRef(byte[] headerHash) {
        return box.index("header", headerHash);
    }

    /** What the holder of a complete upload shows at the seal; tells nothing but the upload. */
    public String ticket(UUID upload) {
        return upload + "." + Hex.encode(box.index("ticket", Bytes.uuid(upload)));
    }

    /** Encrypts the content of row {@code id}. */
    public byte[] seal(UUID id, byte[] plain) {
        return box.seal("row " + id, plain);
    }

    /** Decrypts the content of row {@code id}. Throws {@link IllegalStateException} when it is not of this lot. */
    public byte[] open(UUID id, byte[] sealed) {
        try {
            return box.open("row " + id, sealed);
        } catch (Refused forged) {
            throw new IllegalStateException("row " + id + " does not open with the key of its lot", forged);
        }
    }
}
