package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a step of a bid opening (开标) cannot be taken. */
public enum OpeningRefusal implements RefusalCode {

    /** The lot is not published, so there is no opening of it. */
    NO_SUCH_OPENING("opening/not-found", Kind.NOT_FOUND, ""),

    /** The part of a file that is asked for begins behind its end. */
    NO_SUCH_RANGE("opening/no-such-range", Kind.INVALID, ""),

    /** The published hour has not struck. */
    BEFORE_HOUR("opening/before-hour", Kind.NOT_NOW, "招标投标法 §34"),

    /** Another step is due first, or this one is over. */
    WRONG_STEP("opening/wrong-step", Kind.NOT_NOW, ""),

    /** The lot failed: fewer than three bids. */
    FAILED("opening/failed", Kind.NOT_NOW, "招标投标法 §28; 招标投标法实施条例 §44"),

    /** The caller is not a member of the lot's key set. */
    NOT_A_TRUSTEE("opening/not-a-trustee", Kind.NOT_ALLOWED, ""),

    /** The trustee declared this key lost, or its office ended, before the deadline. */
    KEY_LOST("opening/key-lost", Kind.NOT_ALLOWED, ""),

    /** The trustee pressed already; one press for the whole list. */
    PRESSED("opening/pressed", Kind.NOT_NOW, ""),

    /** The press does not stand on the published bid list, or misses or adds a bid. */
    FOREIGN_LIST("opening/foreign-list", Kind.INVALID, ""),

    /** A share does not match the commitment of its envelope: the trustee, not the bidder, is at fault. */
    BAD_SHARE("opening/bad-share", Kind.INVALID, ""),

    /** A signed document does not say what it should, or its signature does not verify. */
    STATEMENT("opening/statement", Kind.INVALID, "电子签名法 §13"),

    /** The caller has no bid in this list. */
    NOT_A_BIDDER_HERE("opening/not-a-bidder-here", Kind.NOT_ALLOWED, "招标投标法实施条例 §44"),

    /** The caller is not this lot's agency or supervisor. */
    NOT_YOUR_LOT("opening/not-your-lot", Kind.NOT_ALLOWED, ""),

    /** No objection with this id. */
    NO_SUCH_OBJECTION("opening/no-such-objection", Kind.NOT_FOUND, ""),

    /** The objection has its answer. */
    ANSWERED("opening/answered", Kind.NOT_NOW, ""),

    /** An objection waits for its answer. */
    UNANSWERED("opening/unanswered-objection", Kind.NOT_NOW, "招标投标法实施条例 §44"),

    /** The capacity has signed already. */
    SIGNED("opening/signed", Kind.NOT_NOW, ""),

    /** The release window is over (mode BIDDERS). */
    WINDOW_CLOSED("opening/window-closed", Kind.NOT_NOW, "电子招标投标办法 §30、§31"),

    /** The bid is released already. */
    RELEASED("opening/released", Kind.NOT_NOW, ""),

    /** A release is not for this bid, this checkpoint or these trustees, or lacks a trustee. */
    FOREIGN_RELEASE("opening/foreign-release", Kind.INVALID, "电子招标投标办法 §30"),

    /** An extension does not make the window longer, or by more than a day. */
    BAD_EXTENSION("opening/bad-extension", Kind.INVALID, ""),

    /** Bids are held: procuring entity and supervisor decide over them before the names are read. */
    HELD_UNDECIDED("opening/held-undecided", Kind.NOT_NOW, "电子招标投标办法 §27"),

    /** Not a receipt of the caller's organisation for an accepted seal in this lot. */
    RECEIPT("opening/receipt", Kind.INVALID, "电子招标投标办法 §27"),

    /** The receipt stands in the list, so nothing is missing. */
    RECEIPT_LISTED("opening/receipt-listed", Kind.INVALID, ""),

    /** The receipt stopped the opening before, and was decided over. */
    RECEIPT_DECIDED("opening/receipt-decided", Kind.NOT_NOW, ""),

    /** The opening is suspended: nothing goes on until the supervisor has decided. */
    SUSPENDED("opening/suspended", Kind.NOT_NOW, ""),

    /** A bid of the list is not stored as it was sealed: nothing goes on until it is restored. */
    STORED_BID_DIFFERS("opening/stored-bid-differs", Kind.NOT_NOW, "电子招标投标办法 §26"),

    /** No opened file with this number. */
    NO_SUCH_FILE("opening/no-such-file", Kind.NOT_FOUND, "");

    private final String code;
    private final Kind kind;
    private final String law;

    OpeningRefusal(String code, Kind kind, String law) {
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
