package cn.qifeng.trading.succession.domain;

import java.time.Instant;

/**
 * A trustee's word that its key is lost or its office ended (密钥遗失声明): with this key nobody presses any more.
 *
 * @param set id of the key set, hex
 * @param member id of the trustee's certificate, hex
 * @param at legal time of its entry
 */
public record KeyLoss(String set, String member, Cause cause, String reason, Instant at) {

    /** What became of the key. */
    public enum Cause {
        /** It is gone, or others may have it (遗失或泄露). */
        LOST,
        /** Its holder is trustee no more (离任). */
        OFFICE_ENDED
    }
}
