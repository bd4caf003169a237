package cn.qifeng.trust.keyset;

/** What a key set is for (密钥组用途). */
public enum KeySetPurpose {
    /** Bids of one lot (标段). */
    LOT,
    /** Score sheets of one evaluation session (评标). */
    SESSION
}
