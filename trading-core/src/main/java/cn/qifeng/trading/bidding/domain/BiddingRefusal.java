package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a bid (投标) or a part of it is not taken, or not shown. */
public enum BiddingRefusal implements RefusalCode {

    /** The lot does not exist or is not published. */
    NO_SUCH_LOT("bidding/no-such-lot", Kind.NOT_FOUND, ""),

    /** The seal's last byte was read after the deadline. */
    LATE("bidding/late", Kind.NOT_NOW, "招标投标法 §28; 招标投标法实施条例 §36; 电子招标投标办法 §27"),

    /**
     * The bid list is taken: an upload comes too late, or a seal or withdrawal could not be recorded, whose signed refusal
     * has its stamp.
     */
    FROZEN("bidding/frozen", Kind.NOT_NOW, "电子招标投标办法 §27"),

    /** A withdrawal after the deadline is a revocation (撤销); the security may be retained. */
    REVOCATION("bidding/revocation", Kind.NOT_NOW, "招标投标法实施条例 §35"),

    /** Who bids and how many is secret until opening, for everyone. */
    SECRET("bidding/secret-until-opening", Kind.NOT_ALLOWED, "招标投标法 §22; 电子招标投标办法 §21"),

    /** The caller is not a verified bidder with a bound certificate. */
    NOT_A_BIDDER("bidding/not-a-verified-bidder", Kind.NOT_ALLOWED, "电子招标投标办法 §14"),

    /** The signing certificate is not the one bound to the caller, or its chain does not hold now. */
    CERTIFICATE("bidding/certificate", Kind.INVALID, "电子签名法 §13"),

    /** Number, length or frame count of the files is outside the format. */
    LAYOUT("bidding/layout", Kind.INVALID, ""),

    /** No upload with this id belongs to the caller. */
    NO_SUCH_UPLOAD("bidding/no-such-upload", Kind.NOT_FOUND, ""),

    /** The upload already has a ticket or a seal; a changed file starts a new attempt. */
    UPLOAD_CLOSED("bidding/upload-closed", Kind.NOT_NOW, ""),

    /** A frame is not as long as its number demands. */
    FRAME_LENGTH("bidding/frame-length", Kind.INVALID, ""),

    /** The bytes read do not have the SM3 that was announced. */
    FRAME_DIFFERS("bidding/frame-differs", Kind.INVALID, ""),

    /** Another content is already stored for this frame. */
    FRAME_TAKEN("bidding/frame-taken", Kind.NOT_NOW, ""),

    /** Frames are still missing. */
    UPLOAD_INCOMPLETE("bidding/upload-incomplete", Kind.NOT_NOW, "电子招标投标办法 §27"),

    /** The ticket is not one of the caller's for this lot. */
    TICKET("bidding/ticket", Kind.INVALID, ""),

    /** The store has no room; nothing was lost. */
    STORAGE_FULL("bidding/storage-full", Kind.NOT_NOW, ""),

    /** This header was sealed before; a header is never accepted twice. */
    HEADER_USED("bidding/header-used", Kind.NOT_NOW, ""),

    /** The bid is sealed to a key set of the lot that another one has replaced: it is sealed again, to that one. */
    KEY_SET_REPLACED("bidding/key-set-replaced", Kind.INVALID, "电子招标投标办法 §27"),
    /** Sealed to a key set that cannot open any more: it is sealed to the one that takes its place, once that is in force. */
    KEY_SET_LOST("bidding/key-set-lost", Kind.NOT_NOW, "电子招标投标办法 §27"),

    /** The caller has no live bid in this lot. */
    NO_LIVE_BID("bidding/no-live-bid", Kind.NOT_NOW, ""),

    /** A signed document does not say what it should, or its signature does not verify. */
    STATEMENT("bidding/statement", Kind.INVALID, "电子签名法 §13"),

    /** More of the caller's seals and withdrawals wait than one person may have at a time; the rest may come again. */
    TOO_MUCH_AT_ONCE("bidding/too-much-at-once", Kind.NOT_NOW, ""),

    /** The request has no Idempotency-Key, without which a lost answer could not be repeated. */
    NO_REQUEST_KEY("bidding/no-idempotency-key", Kind.INVALID, "");

    private final String code;
    private final Kind kind;
    private final String law;

    BiddingRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String law() {
        return law;
    }
}
